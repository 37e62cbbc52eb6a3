/**
 * Takes away from a stylesheet what no page of ours uses: selectors for things we do not have, the token builder's
 * automatic light mode (light is the default), and custom properties that nothing reads.
 */

/** Parts of Designsystemet that our templates never produce. A selector that needs one of them can go. */
const NOT_OURS = [
  /\[data-size=["']?(2xs|xs|lg|xl|2xl)["']?\]/,
  /\[data-typography/,
  /\[data-color-scheme=["']?light/,
  /\[data-color-scheme\]\[data-color/,
  /\[data-color=["']?(info|neutral)["']?\]/,
  /data-clickdelegatefor|click-delegate-hover/,
  /> *u-summary|::part\(/,
  /readonly/,
  /aria-busy|data-icon|data-fullwidth/,
  /\[role=["']?switch/,
  /:dir\(rtl\)|dir=rtl/,
  /data-variant=["']?(outline|tinted|default|long|short)/,
  /data-field=["']?counter/,
  /data-position|data-state/,
  /ds-skiplink|ds-icon|ds-readonly|ds-floating|ds-list|ds-print|ds-checkbox|ds-focus|ds-togglegroup|ds-suggestion|ds-field|ds-sr-only|ds-heading|ds-paragraph/,
  /ds-card__block|ds-card>\.ds-details|ds-card.*>\.ds-details|\.ds-card:where\(a|ds-card:has\(>/,
  /ds-(validation-message|link|heading|label|paragraph)\[data-/,
  /ds-tag:(focus|is)|ds-tag :is/,
  /\[aria-disabled/,
  /data-indeterminate|:indeterminate/,
];

/** @param {string} text comma-separated selectors @returns {string[]} split at the commas outside brackets */
function split(text) {
  const parts = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const sign = text[at];
    if (sign === "(" || sign === "[") depth += 1;
    else if (sign === ")" || sign === "]") depth -= 1;
    else if (at === text.length || (sign === "," && depth === 0)) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return parts;
}

function dropForeignSelectors(sheet) {
  sheet.walkRules((rule) => {
    if (rule.parent?.name === "keyframes") return;
    const selectors = split(rule.selector.replace(/, *u-summary/g, ""));
    const kept = selectors.filter((selector) => !NOT_OURS.some((pattern) => pattern.test(selector)));
    if (kept.length === 0) rule.remove();
    else rule.selector = kept.join(",");
  });
}

/** Light is the default on every screen and always on paper; dark follows the reader's own setting on screens. */
function settleColourSchemes(sheet) {
  sheet.walkAtRules("media", (media) => {
    if (/prefers-color-scheme:\s*light/.test(media.params)) media.remove();
    else if (/prefers-color-scheme:\s*dark/.test(media.params)) media.params = "screen and (prefers-color-scheme: dark)";
  });
  sheet.walkAtRules("supports", (supports) => {
    if (/round\(/.test(supports.params)) supports.remove();
  });
}

/** Removes declarations of custom properties that nothing reads, until nothing more can go. */
function dropUnreadProperties(sheet) {
  for (let removed = 1; removed > 0; ) {
    removed = 0;
    const read = new Set();
    sheet.walkDecls((declaration) => {
      for (const [, name] of declaration.value.matchAll(/var\(\s*(--[\w-]+)/g)) read.add(name);
    });
    sheet.walkDecls(/^--/, (declaration) => {
      if (read.has(declaration.prop)) return;
      declaration.remove();
      removed += 1;
    });
  }
}

function dropEmptyRules(sheet) {
  for (let removed = 1; removed > 0; ) {
    removed = 0;
    sheet.walk((node) => {
      if (!node.nodes || node.nodes.some((child) => child.type !== "comment")) return;
      if (node.name === "layer" && !node.parent) return;
      node.remove();
      removed += 1;
    });
  }
}

/** @param {import("postcss").Root} sheet changed in place @returns {import("postcss").Root} the same sheet */
export function trim(sheet) {
  settleColourSchemes(sheet);
  dropForeignSelectors(sheet);
  dropUnreadProperties(sheet);
  dropEmptyRules(sheet);
  return sheet;
}
