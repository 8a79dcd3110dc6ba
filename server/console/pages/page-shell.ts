import type { PagesManifest } from './console-pages.ts';

/** The one page: it holds nothing but the names of its script and its styles, so that no script or style stands in a page. */
export const pageShell = ({ script, styles = [], icon }: PagesManifest): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>StrideLab</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${icon === undefined ? 'data:,' : assetPath(icon)}">
${styles.map((name) => `<link rel="stylesheet" href="${assetPath(name)}">\n`).join('')}<script type="module" src="${assetPath(script)}"></script>
</head>
<body>
<div id="console"></div>
<noscript>The console needs JavaScript, which this browser has switched off.</noscript>
</body>
</html>
`;

const assetPath = (name: string): string => `/console/assets/${encodeURIComponent(name)}`;
