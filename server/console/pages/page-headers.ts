/** Of the console's page: what it loads comes from this server, it sends nothing elsewhere, and nobody frames it. */
export const pageHeaders = {
  'cache-control': 'no-cache',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'x-frame-options': 'DENY',
} as const satisfies Readonly<Record<string, string>>;

/** Names that change with what is in them. */
const hashedName = /-[\w-]{8}\.\w+$/;

/** Of the files that the page names, and of others beside them. */
export const assetHeaders = (name: string) => ({
  'cache-control': hashedName.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
});
