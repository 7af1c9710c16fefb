"""A mail as its file holds it."""

from email import message_from_bytes, policy

from flask import Flask

from marketplace.web.mail import Message, deliver

LONG = (
    "Có người hỏi mua: 2\xa0tấn bún khô Hồng Luân",
    "Có người hỏi mua: 300\xa0hộp trà hoa vàng làm quà Tết cho cả công ty ở Hải Phòng",
)


def test_a_long_subject_keeps_its_blanks(migrated: Flask) -> None:
    with migrated.app_context():
        files = [
            deliver(Message(("htx@example.org",), subject, "Kính gửi"), row) for row, subject in enumerate(LONG, 1)
        ]
    mails = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files if file]
    assert [mail["Subject"] for mail in mails] == list(LONG)
