"""What the pages about claims print."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from marketplace.core.clock import local, now
from marketplace.core.text import format_date, format_moment
from marketplace.core.texts import say
from marketplace.core.views import Fact, Pill, Tone
from marketplace.suppliers.models import Claim, ReviewMessage
from marketplace.suppliers.presenters.members import reached_at
from marketplace.suppliers.queries import ClaimFile
from marketplace.suppliers.vocabulary import CLAIM_REASONS, STATE_LABELS

_TONES: dict[str, Tone] = {"pending": "theirs", "approved": "done", "refused": "lost", "withdrawn": "lost"}


@dataclass(frozen=True)
class ClaimDoor:
    """The page on which a supplier is claimed; ``is_held`` says that somebody looks after it already."""

    name: str
    kind: str
    place: str
    is_held: bool
    code_action: str
    claim_action: str
    back_href: str
    waiting_href: str | None
    hours: int


@dataclass(frozen=True)
class Message:
    """What somebody wrote about a claim; ``reason`` is why it was refused or taken back."""

    when: str
    who: str
    reason: str | None
    lines: list[str]
    is_officer: bool


@dataclass(frozen=True)
class ClaimPage:
    """Where the own claim stands, with the words of both sides."""

    name: str
    public_href: str
    pill: Pill
    note: str
    messages: list[Message]
    is_open: bool
    words_action: str
    withdraw_action: str | None
    bench_href: str | None


@dataclass(frozen=True)
class ClaimRow:
    """A claim in the officers' list."""

    supplier: str
    claimant: str
    href: str
    pill: Pill
    rivals: int
    is_held: bool
    since: str


@dataclass(frozen=True)
class OfficerClaim:
    """A claim as an officer judges it, beside its rivals. The actions are None where nothing is to be sent."""

    id: str
    name: str
    pill: Pill
    way: str
    facts: list[Fact]
    messages: list[Message]
    scan_href: str | None
    approve_action: str | None
    refuse_action: str | None
    ask_action: str | None
    revoke_action: str | None
    is_own: bool


@dataclass(frozen=True)
class CodePage:
    """The officer's page about a supplier's code; ``code`` only once, when it was just made."""

    name: str
    back_href: str
    is_held: bool
    may_change: bool
    code: str | None
    copied: str
    standing: str | None
    make_action: str
    withdraw_action: str
    end_action: str | None
    holders: int


def state_pill(claim: Claim) -> Pill:
    """Where a claim stands; an overdue one in red."""
    if claim.state == "pending" and claim.due_at < now():
        return Pill(say("Quá hạn xem"), "due")
    return Pill(say(STATE_LABELS[claim.state]), _TONES[claim.state])


def message_lines(messages: Sequence[ReviewMessage], claimant: str) -> list[Message]:
    """The words of both sides, the oldest first."""
    return [
        Message(
            when=format_moment(message.written_at),
            who=say("Cán bộ") if message.side == "officer" else claimant,
            reason=say(CLAIM_REASONS[message.reason]) if message.reason in CLAIM_REASONS else None,
            lines=message.body.splitlines(),
            is_officer=message.side == "officer",
        )
        for message in messages
    ]


def claim_rows(files: Sequence[ClaimFile], href: Callable[[str], str]) -> list[ClaimRow]:
    """Claims in a list, each with how many others claim the same."""
    return [
        ClaimRow(
            supplier=file.supplier.name,
            claimant=file.account.name,
            href=href(file.claim.public_id),
            pill=state_pill(file.claim),
            rivals=sum(other.supplier.id == file.supplier.id for other in files) - 1,
            is_held=_is_held(file),
            since=format_moment(file.claim.claimed_at),
        )
        for file in files
    ]


def officer_claim(
    file: ClaimFile,
    messages: Sequence[ReviewMessage],
    *,
    mailboxes: Sequence[str],
    may_judge: bool,
    own_id: int | None,
    url: Callable[..., str],
) -> OfficerClaim:
    """A claim beside its rivals: who claims, how long the account is there, what of it is known of the supplier."""
    claim, account = file.claim, file.account
    at = {"public_id": claim.public_id}
    is_own = account.id == own_id
    judged = may_judge and claim.state == "pending" and not is_own
    return OfficerClaim(
        id=claim.public_id,
        name=account.name,
        pill=state_pill(claim),
        way=say("bằng mã") if claim.way == "code" else say("bằng giấy tờ, lời kể"),
        facts=_facts(file, mailboxes),
        messages=message_lines(messages, account.name),
        scan_href=url("suppliers.claim_scan_for_officer", **at) if claim.scan_id else None,
        approve_action=url("suppliers.approve", **at) if judged else None,
        refuse_action=url("suppliers.refuse", **at) if judged else None,
        ask_action=url("suppliers.ask", **at) if judged else None,
        revoke_action=url("suppliers.revoke", **at) if may_judge and claim.state == "approved" else None,
        is_own=is_own,
    )


def _facts(file: ClaimFile, mailboxes: Sequence[str]) -> list[Fact]:
    account = file.account
    days = (now() - account.created_at).days
    rows = (
        Fact(say("Liên hệ"), reached_at(account.email, account.phone)),
        Fact(say("Có tài khoản"), say("từ %(day)s, %(days)s ngày", day=_day_of(account.created_at), days=days)),
        Fact(say("Khớp với danh bạ"), _matches(file, mailboxes)),
        Fact(say("Gửi lúc"), format_moment(file.claim.claimed_at)),
        Fact(say("Hẹn xem trước"), format_moment(file.claim.due_at) if file.claim.state == "pending" else ""),
        Fact(say("Nơi này"), say("đã có người phụ trách") if _is_held(file) else say("chưa ai phụ trách")),
    )
    return [row for row in rows if row.text]


def _is_held(file: ClaimFile) -> bool:
    return file.supplier.state == "claimed"


def _matches(file: ClaimFile, mailboxes: Sequence[str]) -> str:
    same = []
    if file.account.phone and file.account.phone == file.supplier.phone:
        same.append(say("số điện thoại"))
    if file.account.email in mailboxes:
        same.append(say("thư điện tử"))
    return ", ".join(same) or say("không")


def _day_of(moment: datetime) -> str:
    return format_date(local(moment).date())
