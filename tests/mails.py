"""What the mails of the tests say."""

import re
from email.message import EmailMessage


def link_in(mail: EmailMessage, path: str) -> str:
    """The path of the link to ``path`` that a mail holds, without the host, which depends on who sent it."""
    found = re.search(rf"http://[^/\s]+((?:/en)?{re.escape(path)}\S+)", mail.get_content())
    assert found, mail.get_content()
    return found[1]
