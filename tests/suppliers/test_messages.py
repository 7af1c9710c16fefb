"""Words between officers and people about what is reviewed."""

import pytest
from flask import Flask

from marketplace.core.actor import STRANGER
from marketplace.core.clock import StoppedClock
from marketplace.core.db import transaction
from marketplace.core.errors import Refused
from marketplace.suppliers.presenters import conversation
from marketplace.suppliers.queries import messages_of, messages_of_many
from marketplace.suppliers.services import erase_messages, write_message
from tests.cast import Cast


def test_a_conversation_is_read_newest_first_from_the_own_side(cast: Cast, clock: StoppedClock) -> None:
    with transaction(write=True):
        write_message(cast.actor("member"), "application", 7, "person", " Chúng tôi làm từ 2019. ")
        write_message(cast.actor("commune_officer"), "application", 7, "officer", "Xin ảnh nhãn.", "label")
        write_message(cast.actor("member"), "application", 8, "person", "Việc khác")
        messages = messages_of("application", 7)
        assert set(messages_of_many("application", [7, 8, 9])) == {7, 8}
        assert messages_of("claim", 7) == []
    own = conversation(messages, "person", {"label": "Thiếu nhãn"}.__getitem__)
    assert [(item.bold, item.text) for item in own] == [
        ("Cán bộ:", "Thiếu nhãn. Xin ảnh nhãn."),
        ("Bạn:", "Chúng tôi làm từ 2019."),
    ]
    assert [item.bold for item in conversation(messages, "officer")] == ["Cán bộ:", "Người gửi:"]


@pytest.mark.parametrize(("words", "reason"), [("  ", None), ("x" * 2001, "label")])
def test_nothing_said_or_too_much_is_refused(app: Flask, words: str, reason: str | None) -> None:
    with pytest.raises(Refused) as refused, transaction(write=True):
        write_message(STRANGER, "claim", 1, "officer", words, reason)
    assert refused.value.field == "words"


def test_an_erased_person_leaves_that_something_was_written(cast: Cast) -> None:
    with transaction(write=True):
        write_message(cast.actor("member"), "claim", 7, "person", "Tôi là giám đốc, 0900 000 012", "asked")
        write_message(cast.actor("other_member"), "claim", 7, "person", "Không phải")
        erase_messages(cast.accounts["member"].id)
    with transaction(write=False):
        first, second = messages_of("claim", 7)
    assert (first.body, first.reason, second.body) == ("", "asked", "Không phải")
    assert conversation([first], "officer")[0].text == "asked. (đã xóa theo yêu cầu)"
