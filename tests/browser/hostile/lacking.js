// What old, hardened or oddly filtered browsers lack.
for (const name of ['IntersectionObserver', 'MutationObserver', 'scheduler', 'requestIdleCallback']) delete window[name];
delete AbortSignal.timeout;
for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
  Object.defineProperty(window, name, { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });
}
Object.defineProperty(document, 'cookie', { get() { throw new DOMException('No cookies here.', 'SecurityError'); } });
