/**
 * Copies Leaflet (BSD-2-Clause) into the editors' static files, so that editing asks no third party for it.
 *
 *     node scripts/vendor_leaflet.mjs
 *
 * The version is pinned here and nowhere else; `tests/editing/test_vendored_leaflet.py` compares it with the copy.
 * Only what the editors' map uses is kept: its markers are drawn by our own style sheet, so no picture is.
 */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const LEAFLET_VERSION = "1.9.4";

const target = fileURLToPath(new URL("../cms/static/defenders/admin/vendor/leaflet/", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "leaflet-"));

/** The source map is not kept, and a style sheet or script that names a missing file cannot be collected. */
const withoutSourceMap = (text) => text.replace(/^\/\/# sourceMappingURL=.*\n?/mu, "");

/** The pictures are not kept either: what would load one is replaced by nothing. */
const withoutPictures = (css) => css.replace(/background-image: url\(images\/[a-z0-9-]+\.png\);/gu, "");

try {
  const [{ filename }] = JSON.parse(
    execFileSync("npm", ["pack", `leaflet@${LEAFLET_VERSION}`, "--json", "--silent"], { cwd: work, encoding: "utf8" }),
  );
  execFileSync("tar", ["-xzf", filename], { cwd: work });
  const read = (name) => readFileSync(join(work, "package", name), "utf8");
  writeFileSync(join(target, "leaflet.js"), withoutSourceMap(read("dist/leaflet.js")));
  writeFileSync(join(target, "leaflet.css"), withoutPictures(read("dist/leaflet.css")));
  writeFileSync(join(target, "LICENSE"), read("LICENSE"));
  console.log(`Leaflet ${LEAFLET_VERSION} is in ${target}`);
} finally {
  rmSync(work, { recursive: true });
}
