"""Mails: each lies in the folder once, whole, and is a proper message."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from marketplace.core.clock import StoppedClock
from marketplace.core.settings import settings
from marketplace.web.mail import Message, deliver

pytestmark = pytest.mark.usefixtures("app", "clock")
LETTER = Message(("thu@example.org", "htx@example.org"), "Có người hỏi mua bún khô", "Kính gửi HTX,\nxin trả lời.\n")


def read(path: Path | None) -> EmailMessage:
    assert path
    return message_from_bytes(path.read_bytes(), policy=policy.default)


def test_a_mail_says_all() -> None:
    mail = read(deliver(LETTER, 7))
    assert mail["To"] == "thu@example.org, htx@example.org"
    assert mail["From"] == settings().mail_from
    assert mail["Subject"] == "Có người hỏi mua bún khô"
    assert mail["Date"] == "Tue, 24 Nov 2026 02:00:00 +0000"
    assert mail["Message-ID"] == "<outbox-7@localhost>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content() == LETTER.text


def test_its_words_can_be_read_in_the_file() -> None:
    path = deliver(LETTER, 7)
    assert path
    assert "xin trả lời." in path.read_text(encoding="utf-8")
    assert path.name == "0000000007.eml"


def test_the_second_time_it_is_left_as_it_is(clock: StoppedClock) -> None:
    first = deliver(LETTER, 7)
    assert first
    before = first.read_bytes()
    assert deliver(Message(("other@example.org",), "Khác", "Khác"), 7) == first
    assert first.read_bytes() == before
    assert deliver(LETTER, 8) != first


def test_with_nobody_to_go_to_there_is_none() -> None:
    assert deliver(Message((), "Không ai", "Không ai"), 7) is None
    assert not list(settings().mail_folder.glob("*"))


def test_what_was_left_half_written_is_no_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", lambda _number: (_ for _ in ()).throw(OSError("no space left")))
        with pytest.raises(OSError, match="no space"):
            deliver(LETTER, 7)
    assert not list(settings().mail_folder.glob("*.eml"))
    assert read(deliver(LETTER, 7)).get_content() == LETTER.text


def test_nobody_smuggles_a_header_in() -> None:
    with pytest.raises(ValueError, match=r"linefeed|newline"):
        deliver(Message(("thu@example.org",), "Hỏi\nBcc: all@example.org", "x"), 7)
    assert not list(settings().mail_folder.glob("*.eml"))


def test_headers_of_its_own() -> None:
    mail = read(deliver(Message(("thu@example.org",), "Hỏi", "x", {"In-Reply-To": "<a@localhost>"}), 7))
    assert mail["In-Reply-To"] == "<a@localhost>"
