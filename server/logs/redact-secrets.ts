const removed = '[removed]';

/** What may not stand in a log, and what stands there instead. None of them backs up: a line of any length takes linear time. */
const rules: readonly (readonly [RegExp, string])[] = [
  // API keys and webhook secrets, wherever they stand: a client may put its key in a path or a header.
  [/\b(slk_|whsec_)[\w+/=%-]+/g, `$1${removed}`],
  // Values of a query that are secret whatever they look like, percent-encoded any number of times too.
  [
    /(api_?key|signature|token|secret|password|authorization)((?:%(?:25)*5[bd]|[[\]])*(?:=|%(?:25)*3d|: ))[^&\s"\\]*/gi,
    `$1$2${removed}`,
  ],
  [/[^\s"\\/?&=<>(),:;@%]{1,64}(?:@|%(?:25)*40)[\w%.-]{1,253}/g, `[e-mail ${removed.slice(1)}`],
];

/**
 * A line of a log without API keys, webhook secrets, signatures of links, passwords and e-mail addresses. Works on text, so that it
 * does not matter which field, message or stack they stand in; JSON stays JSON.
 */
export const redactSecrets = (line: string): string =>
  rules.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
