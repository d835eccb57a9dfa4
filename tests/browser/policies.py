"""What a browser refused because the policy of a page forbids it."""

_LISTEN = """
document.addEventListener('securitypolicyviolation', (event) => {
  const { violatedDirective: directive, blockedURI: what, sourceFile: where, lineNumber: line, sample } = event;
  window.toldOfRefusal(`${directive}: ${what} (${where}:${line}) ${sample}`);
});
"""


def refusals_of(context):
    """Return a list that fills with what pages of this context are refused: "address: directive: what (where)"."""
    refused = []
    context.expose_binding(
        "toldOfRefusal", lambda source, told: refused.append(f"{source['frame'].url}: {told}")
    )
    context.add_init_script(_LISTEN)
    return refused
