"""A browser tab that nobody else looks into.

Playwright listens to the network of its own pages; keeping what they download blocks them for as long as several of
our tasks together. So the tab is opened beside them, and spoken to through the session of the browser.
"""

import json
import time
from contextlib import contextmanager

PATIENCE = 180  # seconds


class Tab:
    """A tab; `run` evaluates an expression and waits for its promise.

    `log` is what the browser tells about the page, its requests and its storage: (name of the event, details).
    """

    def __init__(self, browser, script):
        self.session = browser.new_browser_cdp_session()
        self.answers = {}
        self.sent = 0
        self.log = []
        self.events = []
        self.traced = False
        self.session.on("Target.receivedMessageFromTarget", self._received)
        self.session.on("Tracing.dataCollected", lambda event: self.events.extend(event["value"]))
        self.session.on("Tracing.tracingComplete", lambda _: setattr(self, "traced", True))
        self.context = self.session.send("Target.createBrowserContext")["browserContextId"]
        place = {"url": "about:blank", "browserContextId": self.context, "width": 1280, "height": 900}
        target = self.session.send("Target.createTarget", place)["targetId"]
        attached = self.session.send("Target.attachToTarget", {"targetId": target, "flatten": False})
        self.target_session = attached["sessionId"]
        self.send("Page.enable")
        self.send("Page.addScriptToEvaluateOnNewDocument", source=script)

    def _received(self, event):
        message = json.loads(event["message"])
        if "id" in message:
            self.answers[message["id"]] = message
        elif message["method"].startswith(("Page.", "Network.", "DOMStorage.")):
            self.log.append((message["method"], message["params"]))

    def send(self, method, **parameters):
        """Send a command to the tab and return its result."""
        self.sent += 1
        message = json.dumps({"id": self.sent, "method": method, "params": parameters})
        self.session.send(
            "Target.sendMessageToTarget", {"sessionId": self.target_session, "message": message}
        )
        self.wait(lambda: self.sent in self.answers)
        answer = self.answers.pop(self.sent)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def run(self, expression):
        """Return the value of an expression."""
        answer = self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def slow_processor(self, times):
        """Behave like a processor so many times slower; workers are not slowed."""
        self.send("Emulation.setCPUThrottlingRate", rate=times)

    def keep_log(self):
        """Note every request from now on; answers are not kept for DevTools."""
        self.send("Network.enable", maxTotalBufferSize=1, maxResourceBufferSize=1)

    def slow_network(self, network):
        """Behave like a phone far away."""
        self.keep_log()
        speed = {"downloadThroughput": network.bandwidth, "uploadThroughput": network.bandwidth}
        latency = network.round_trip * 1000
        self.send("Network.emulateNetworkConditions", offline=False, latency=latency, **speed)

    def cookies(self):
        """Return the cookies of this visitor."""
        return self.session.send("Storage.getCookies", {"browserContextId": self.context})["cookies"]

    def start_tracing(self):
        """Note every task from now on."""
        categories = {"includedCategories": ["disabled-by-default-devtools.timeline", "blink.user_timing"]}
        self.session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": categories})

    def tasks(self):
        """Return [(start, processor time), ...] of the main thread's tasks, and {mark: start}; all in ms.

        Processor time, because on a busy machine every task also waits, which is not the task's doing.
        """
        self.session.send("Tracing.end")
        self.wait(lambda: self.traced)
        marks = {event["name"]: event for event in self.events if event["name"].startswith("bench ")}
        threads = {(event["pid"], event["tid"]) for event in marks.values()}
        tasks = [
            (event["ts"] / 1000, event["tdur"] / 1000)
            for event in self.events
            if event["name"] == "RunTask" and "tdur" in event and (event["pid"], event["tid"]) in threads
        ]
        return tasks, {name: event["ts"] / 1000 for name, event in marks.items()}

    def wait(self, reached):
        """Return when `reached()` is true; TimeoutError when it never is."""
        deadline = time.monotonic() + PATIENCE
        while not reached():
            if time.monotonic() > deadline:
                raise TimeoutError("The browser does not answer.")
            self.session.send("Browser.getVersion")  # lets events come in
            time.sleep(0.02)

    def close(self):
        """Close the tab and forget its visitor."""
        self.session.send("Target.disposeBrowserContext", {"browserContextId": self.context})


@contextmanager
def tab(browser, script):
    """Open a tab for a while."""
    opened = Tab(browser, script)
    try:
        yield opened
    finally:
        opened.close()
