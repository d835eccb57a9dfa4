"""What a visit leaves behind, as the browser itself tells: whom it asked, and what it keeps."""

from urllib.parse import urlsplit

from benchmarks.widgets.tab import Tab

# Scripts of any host write in the name of the page: what lists its databases and caches, and how that list is called.
LISTS = {"IndexedDB.requestDatabaseNames": "databaseNames", "CacheStorage.requestCacheNames": "caches"}
WRITTEN = ("DOMStorage.domStorageItemAdded", "DOMStorage.domStorageItemUpdated")


def start(visit: Tab) -> None:
    """Note requests and what is stored from now on."""
    visit.keep_log()
    visit.send("DOMStorage.enable")


def found(visit: Tab, page: str) -> dict:
    """Return how many hosts were asked beside that of the page, how many cookies were set or sent, what is stored."""
    asked = {
        urlsplit(details["request"]["url"])
        for name, details in visit.log
        if name == "Network.requestWillBeSent"
    }
    here = urlsplit(page).netloc
    hosts = {address.netloc for address in asked if address.scheme not in ("data", "blob")} - {here}
    return {
        "hosts": len(hosts),
        "cookies": len(visit.cookies()) + sum(map(_cookies, visit.log)),
        "stored": _lists(visit, here) + _bytes(visit, hosts | {here}) + _written(visit.log),
    }


def _cookies(entry):
    """Return how many headers of cookies went over the wire with a request or an answer."""
    name, details = entry
    if not name.endswith("ExtraInfo"):
        return 0
    return sum(header.lower() in ("cookie", "set-cookie") for header in details["headers"])


def _lists(visit, host):
    """Return how many databases and caches there are."""
    origin = f"http://{host}"
    return sum(len(visit.send(command, securityOrigin=origin)[name]) for command, name in LISTS.items())


def _bytes(visit, hosts):
    """Return how much these hosts keep by the browser's own count, service workers included."""
    return sum(visit.send("Storage.getUsageAndQuota", origin=f"http://{host}")["usage"] for host in hosts)


def _written(log):
    """Return how often something was written to localStorage or sessionStorage."""
    return sum(name in WRITTEN for name, _ in log)
