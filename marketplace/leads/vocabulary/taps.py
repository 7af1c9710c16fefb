"""Who taps on a number: a person, or a program that follows every link."""

import re

_CRAWLER = re.compile(
    r"bot\b|bot[/;_-]|crawl|spider|slurp|preview|facebookexternalhit|archiver|monitor|headless|scan"
    r"|zalo.*share|python-requests|curl/|wget/",
    re.IGNORECASE,
)


_HANDHELD = re.compile(r"Mobi|Android|iPhone|iPad", re.IGNORECASE)


def is_handheld(user_agent: str) -> bool:
    """Whether a browser's own name says that it can ring: elsewhere the number is shown to be typed."""
    return _HANDHELD.search(user_agent) is not None


def is_crawler(user_agent: str) -> bool:
    """Whether a browser's own name says that no person holds it; an empty name says so too."""
    return not user_agent.strip() or _CRAWLER.search(user_agent) is not None
