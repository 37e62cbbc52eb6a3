/**
 * Builds everything a page loads: one stylesheet, one small script and the fonts.
 *
 * In:  designsystemet.config.json, assets/, the packages in node_modules.
 * Out: build/ (tokens and theme, for reading and for the contrast test) and src/stegvis/ui/static/ui/.
 * Fails when the stylesheet or the script has grown past its budget, so that slow networks are never forgotten.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import postcss from "postcss";
import { trim } from "./trim_css.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const OUT = join(ROOT, "src/stegvis/ui/static/ui");
const BROWSERS = ["chrome109", "firefox115", "safari15.6"];
const BUDGET = { "stegvis.css": 12 * 1024, "leave.js": 2 * 1024 };

/** Runs Designsystemet's token builder: configuration -> tokens -> build/theme/stegvis.css. */
function buildTheme() {
  const builder = join(ROOT, "node_modules/@digdir/designsystemet/dist/bin/designsystemet.js");
  const run = (...words) => execFileSync(process.execPath, [builder, "tokens", ...words], { cwd: ROOT, stdio: "pipe" });
  run("create", "--clean");
  run("build", "--tokens", "build/tokens", "--out-dir", "build/theme", "--clean");
}

/** Bundles the stylesheet with its fonts, takes away what no page uses, and makes it small. */
async function buildStyles() {
  await build({
    entryPoints: [join(ROOT, "assets/stegvis.css")],
    outdir: join(ROOT, "build/bundle"),
    bundle: true,
    loader: { ".woff2": "file" },
    assetNames: "fonts/[name]",
    logLevel: "warning",
  });
  const bundled = readFileSync(join(ROOT, "build/bundle/stegvis.css"), "utf8");
  const trimmed = trim(postcss.parse(bundled)).toString();
  const { code } = await transform(trimmed, { loader: "css", minify: true, legalComments: "none", target: BROWSERS });
  writeFileSync(join(OUT, "stegvis.css"), code);
  for (const subset of ["latin", "latin-ext"]) {
    const name = `inter-${subset}-wght-normal.woff2`;
    copyFileSync(join(ROOT, "build/bundle/fonts", name), join(OUT, "fonts", name));
  }
}

async function buildScript() {
  await build({
    entryPoints: [join(ROOT, "assets/leave.js")],
    outfile: join(OUT, "leave.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: BROWSERS,
    logLevel: "warning",
  });
}

/** Prints each size, plain and compressed; true when all are within budget. */
function withinBudget() {
  let fits = true;
  for (const [name, limit] of Object.entries(BUDGET)) {
    const text = readFileSync(join(OUT, name));
    const compressed = gzipSync(text, { level: 9 }).length;
    const verdict = compressed <= limit ? "within" : "OVER";
    console.log(`${name}: ${text.length} bytes, ${compressed} compressed (${verdict} ${limit})`);
    fits &&= compressed <= limit;
  }
  return fits;
}

rmSync(join(OUT, "fonts"), { recursive: true, force: true });
mkdirSync(join(OUT, "fonts"), { recursive: true });
buildTheme();
await Promise.all([buildStyles(), buildScript()]);
if (!withinBudget()) process.exit(1);
