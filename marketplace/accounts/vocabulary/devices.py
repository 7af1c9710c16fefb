"""What a browser says it is, in short: enough to know one's own phone again, too little to know a person by."""

# Looked for in this order: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari.
_BROWSERS = (
    ("Zalo", "zalo"),
    ("FBAN", "facebook"),
    ("FBAV", "facebook"),
    ("Edg", "edge"),
    ("OPR", "opera"),
    ("SamsungBrowser", "samsung"),
    ("coc_coc_browser", "coccoc"),
    ("Firefox", "firefox"),
    ("FxiOS", "firefox"),
    ("CriOS", "chrome"),
    ("Chrome", "chrome"),
    ("Safari", "safari"),
)
_SYSTEMS = (
    ("Android", "android"),
    ("iPhone", "iphone"),
    ("iPad", "ipad"),
    ("Windows", "windows"),
    ("Mac OS X", "mac"),
    ("CrOS", "chromeos"),
    ("Linux", "linux"),
)
BROWSER_NAMES = {
    "zalo": "Zalo",
    "facebook": "Facebook",
    "edge": "Edge",
    "opera": "Opera",
    "samsung": "Samsung Internet",
    "coccoc": "Coc Coc",
    "firefox": "Firefox",
    "chrome": "Chrome",
    "safari": "Safari",
}
SYSTEM_NAMES = {
    "android": "Android",
    "iphone": "iPhone",
    "ipad": "iPad",
    "windows": "Windows",
    "mac": "Mac",
    "chromeos": "ChromeOS",
    "linux": "Linux",
}


def device_of(user_agent: str) -> str:
    """``chrome/android``; either side is empty where it isn't known."""
    return f"{_first(user_agent, _BROWSERS)}/{_first(user_agent, _SYSTEMS)}"


def _first(text: str, known: tuple[tuple[str, str], ...]) -> str:
    return next((code for mark, code in known if mark in text), "")
