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
  '| setting | meaning | values | default | read by |',
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

A setting can be given in four places. The first one that has a value wins:

1. a flag: \`stridelab serve --rate-limit 600\`, \`--webhook-http\`, \`--no-reasons\`
2. an environment variable: \`STRIDELAB_RATE_LIMIT=600\`, \`STRIDELAB_REASONS=false\`; an empty one counts as absent
3. a settings file, YAML or JSON, named by \`--config FILE\` or \`STRIDELAB_CONFIG\`: \`rate-limit: 600\`, \`webhook-allow: [10.0.0.0/8, hooks.lan]\`
4. the default

\`\`\`yaml
data: /var/lib/stridelab
port: 8080
public-url: https://gait.example.org
rate-limit: 600
\`\`\`

- **Check.** \`stridelab config\` shows the values in force and where each comes from (\`--json\` for programs). \`stridelab config --check\` exits with 0 if the server would accept the settings, else with 2.
- **Errors.** Unknown names and wrong values are refused in every place, even if another place overrides them. \`error invalid_setting\` names each with its line and the allowed values.
- **Secrets** are never shown and have no flag. If a value is secret or contains a password, put it into a file, as container and service managers do, and name the file in the variable with \`_FILE\` at its end:
  \`STRIDELAB_DATABASE_FILE=/run/secrets/database\`.
- **Kubernetes.** A service named \`stridelab\` puts variables such as \`STRIDELAB_PORT=tcp://…\` into every pod. Set \`enableServiceLinks: false\`, or give the service another name.
- \`STRIDELAB_CACHE\` is only a variable: the folder of [converted networks](../../models/README.md).`.split('\n');
