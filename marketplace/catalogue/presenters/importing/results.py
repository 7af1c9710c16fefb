"""What came of a list, against what its preview said, and what to do next."""

from dataclasses import dataclass

from marketplace.catalogue.models import ImportRun
from marketplace.catalogue.presenters.importing.looks import sum_words
from marketplace.catalogue.presenters.importing.ways import Ways
from marketplace.catalogue.presenters.importing.words import OUTCOME_LABELS
from marketplace.catalogue.queries.import_runs import RowCounts
from marketplace.catalogue.vocabulary.reasons import OUTCOMES
from marketplace.core.text import format_number
from marketplace.core.texts import N_, say
from marketplace.core.views import Link

_RECOUNTED = {
    "products": N_("Đếm lại trong kho sau khi ghi: %(count)s sản phẩm"),
    "suppliers": N_("Đếm lại trong kho sau khi ghi: %(count)s chủ thể"),
}


@dataclass(frozen=True)
class Difference:
    """An outcome of which there are more or fewer rows than the preview said."""

    label: str
    expected: str
    came: str


@dataclass(frozen=True)
class NextStep:
    """Something that the list has made possible, or necessary."""

    way: Link
    text: str


@dataclass(frozen=True)
class Result:
    """``total`` is the sum of all outcomes in words; ``differences`` is empty when all came as the preview said."""

    total: str
    recounted: str | None
    was_previewed: bool
    differences: tuple[Difference, ...]
    next_steps: tuple[NextStep, ...]
    waits_for_officer: bool


def result_of(ways: Ways, run: ImportRun, counts: RowCounts) -> Result:
    """The end of a list that was taken."""
    return Result(
        total=sum_words(run, counts),
        recounted=None if run.recounted is None else say(_RECOUNTED[run.kind], count=format_number(run.recounted)),
        was_previewed=bool(run.expected),
        differences=tuple(_differences(run)) if run.expected else (),
        next_steps=() if run.supplier_id else tuple(_next_steps(ways, run)),
        waits_for_officer=run.supplier_id is not None and run.counts.get("created", 0) > 0,
    )


def _differences(run: ImportRun) -> list[Difference]:
    return [
        Difference(
            label=say(OUTCOME_LABELS[outcome]),
            expected=format_number(run.expected.get(outcome, 0)),
            came=format_number(run.counts.get(outcome, 0)),
        )
        for outcome in OUTCOMES
        if run.expected.get(outcome, 0) != run.counts.get(outcome, 0)
    ]


def _next_steps(ways: Ways, run: ImportRun) -> list[NextStep]:
    places = NextStep(
        Link(say("Ghi xã cho chủ thể còn thiếu"), ways.url("suppliers.officer_list", thieu="xa")),
        say("Chủ thể chưa rõ xã thì không ai tìm thấy theo nơi làm."),
    )
    if run.kind == "suppliers":
        return [places]
    return [
        NextStep(
            Link(say("Xác minh giấy chứng nhận theo quyết định"), ways.url("catalogue.certificates")),
            say("Sao chỉ hiện ra khi có cán bộ xác minh."),
        ),
        NextStep(
            Link(say("Xếp nhóm sản phẩm"), ways.url("catalogue.unclassed")),
            say("Sản phẩm chưa có nhóm được đề nghị một nhóm theo tên; xem rồi nhận cả loạt."),
        ),
        places,
    ]
