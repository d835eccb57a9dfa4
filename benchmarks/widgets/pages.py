"""Host pages: an article with a pinned embed, and the same data in a lean Leaflet map to compare with."""

MAP = """<defenders-map lang="es"><a href="https://example.org/">Mapa</a></defenders-map>
<link rel="preload" as="fetch" crossorigin href="{host}/published/v1/overview.json">
<script type="module" crossorigin src="{host}/widgets/v1/{map}"></script>"""

# The short address, as the README has it, and where a CMS strips the line that preloads.
FLOATING = """<defenders-map lang="es"><a href="https://example.org/">Mapa</a></defenders-map>
<link rel="preload" as="fetch" crossorigin href="{host}/published/v1/overview.json">
<script type="module" src="{host}/widgets/v1/defenders.js"></script>"""

BARE = """<defenders-map lang="es"><a href="https://example.org/">Mapa</a></defenders-map>
<script type="module" src="{host}/widgets/v1/defenders.js"></script>"""

DIRECTORY = """<defenders-directory lang="es"><a href="https://example.org/">Directorio</a></defenders-directory>
<script type="module" crossorigin src="{host}/widgets/v1/{directory}"></script>"""

# As lean as it can be: no base map at all, no clusters, no list, one canvas instead of an element for each point.
LEAFLET = """<link rel="stylesheet" crossorigin href="{host}/leaflet.css">
<div id="map" style="height:480px"></div>
<script crossorigin src="{host}/leaflet.js"></script>
<script>
const map = L.map('map', {{ preferCanvas: true }}).setView([20, 0], 2);
fetch('{host}/published/v1/points.json').then((answer) => answer.json()).then((points) => {{
  for (const [lng, lat] of points) L.circleMarker([lat, lng], {{ radius: 4 }}).addTo(map);
  requestAnimationFrame(() => {{ window.compared = true; }});
}});
</script>"""

EMPTY = ""


def page(body, **addresses):
    """Return the host page as bytes."""
    text = (
        '<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Artículo</title>'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head>'
        f"<body><h1>Artículo</h1>{body.format(**addresses)}</body></html>"
    )
    return text.encode()
