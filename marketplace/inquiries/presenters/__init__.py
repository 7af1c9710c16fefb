"""What the pages and mails about inquiries print."""

from marketplace.inquiries.presenters.answering import AnswerPage, answer_page
from marketplace.inquiries.presenters.asking import InquiryPage, inquiry_page
from marketplace.inquiries.presenters.sentences import asked_title, facts_of
from marketplace.inquiries.presenters.tracking import Answer, TrackPage, track_page

__all__ = [
    "Answer",
    "AnswerPage",
    "InquiryPage",
    "TrackPage",
    "answer_page",
    "asked_title",
    "facts_of",
    "inquiry_page",
    "track_page",
]
