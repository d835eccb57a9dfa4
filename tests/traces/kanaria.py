"""What the made-up visitor sends: words that stand nowhere else, one for each place in a request."""

WORD = "kanaria7f3e"
ADDRESS = "203.0.113.77"

LOGIN = "editor"
PASSWORD = "a long sentence of an editor"

# Place in a request -> what is looked for afterwards.
TRACES = {
    "address": ADDRESS,
    "agent": f"{WORD}agent",
    "referrer": f"{WORD}referrer",
    "cookie": f"{WORD}cookie",
    "language": f"{WORD}language",
    "host": f"{WORD}host",
    "path": f"{WORD}path",
    "search": f"{WORD}search",
    "field": f"{WORD}field",
    "upload": f"{WORD}upload",
    "uploaded": f"{WORD}uploadedcontent",
    "login": f"{WORD}login",
    "password": f"{WORD}password",
}

HEADERS = {
    "X-Forwarded-For": ADDRESS,
    "X-Forwarded-Proto": "https",
    "User-Agent": f"Mozilla/5.0 {TRACES['agent']}",
    "Referer": f"https://{TRACES['referrer']}.example/{TRACES['referrer']}",
    "Cookie": f"visit={TRACES['cookie']}; __Host-session={TRACES['cookie']}; sessionid={TRACES['cookie']}",
    "Accept-Language": f"es, {TRACES['language']}",
}
QUERY = f"?lang=es&search={TRACES['search']}"
FORM = f"field={TRACES['field']}&username={TRACES['login']}&password={TRACES['password']}&login={TRACES['login']}"
BOUNDARY = "----between"
# Larger than what Django keeps in memory (2.5 MB), so that it goes to a temporary file.
UPLOAD = "\r\n".join(
    (
        f"--{BOUNDARY}",
        f'Content-Disposition: form-data; name="file"; filename="{TRACES["upload"]}.pdf"',
        "Content-Type: application/pdf",
        "",
        f"{TRACES['uploaded']} " * 120_000,
        f"--{BOUNDARY}--",
        "",
    )
)
IS_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
IS_UPLOAD = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
