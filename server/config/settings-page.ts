import { initialTextOf } from './initial-text.ts';
import { nameOf, type Reader, type SettingGroup, variableOf } from './setting.ts';
import { type SettingKey, settingAt, settingKeys } from './settings.ts';

const headings: Readonly<Record<SettingGroup, string>> = {
  store: 'Where things are kept',
  http: 'HTTP',
  analyses: 'Analyses',
  queue: 'Queue',
  webhooks: 'Webhooks',
  privacy: 'Privacy',
  operation: 'Operation',
};

const readers: Readonly<Record<Reader, string>> = {
  serve: 'serve',
  worker: 'worker',
  store: 'commands on the store',
  webhooks: 'webhooks test',
};

/** `docs/reference/configuration.md`. */
export function settingsPage(): string {
  const groups = (Object.keys(headings) as SettingGroup[]).flatMap((group) => {
    const keys = settingKeys.filter((key) => settingAt(key).group === group);
    return keys.length === 0 ? [] : ['', `## ${headings[group]}`, '', ...tableOf(keys)];
  });
  return `${[...opening, ...groups].join('\n')}\n`;
}

const tableOf = (keys: readonly SettingKey[]): readonly string[] => [
  '| setting | what | takes | default | read by |',
  '|---|---|---|---|---|',
  ...keys.map((key) => {
    const { help, kind, secret, readBy } = settingAt(key);
    const name = `\`${nameOf(key)}\`<br>\`${variableOf(key)}\`${secret === true ? '<br>secret, no flag' : ''}`;
    const by = readBy.map((reader) => readers[reader]).join(', ');
    return `| ${name} | ${help} | ${kind.allowed} | ${initialTextOf(key)} | ${by} |`;
  }),
];

const opening = `# Configuration

Written by \`npm run docs\` from \`server/config/settings.ts\`; change it there.

A setting may be said in four places; the first of them that says it holds:

1. a flag: \`stridelab serve --rate-limit 600\`, \`--webhook-http\`, \`--no-reasons\`
2. an environment variable: \`STRIDELAB_RATE_LIMIT=600\`, \`STRIDELAB_REASONS=false\`; an empty one says nothing
3. a settings file, YAML or JSON, that \`--config FILE\` or \`STRIDELAB_CONFIG\` names: \`rate-limit: 600\`, \`webhook-allow: [10.0.0.0/8, hooks.lan]\`
4. the default

\`\`\`yaml
data: /var/lib/stridelab
port: 8080
public-url: https://gait.example.org
rate-limit: 600
\`\`\`

\`stridelab config\` shows what holds and where each value was said, \`--json\` for programs; \`stridelab config --check\` ends with 0 when the server would take it, else with 2. Names that are not
below are refused in every place, and so are wrong values, also where another place goes before them: \`error invalid_setting\` names each with its line and what is allowed.

Secrets are never shown and have no flag. Where a value is secret or holds a password, the variable with \`_FILE\` at its end names a file that holds it, as container and service managers provide
them: \`STRIDELAB_DATABASE_FILE=/run/secrets/database\`. In Kubernetes, a service named \`stridelab\` puts variables such as \`STRIDELAB_PORT=tcp://…\` into every pod; set
\`enableServiceLinks: false\` or name it otherwise.

\`STRIDELAB_CACHE\` is a variable alone: the folder of [converted networks](../../models/README.md).`.split('\n');
