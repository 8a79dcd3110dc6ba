import { networkIds } from '../../models/registry.ts';

/** What a setting may be. */
export interface Kind<T> {
  /** What stands for the value in a command's help. */
  readonly placeholder: string;
  /** The end of the sentence "It takes …". */
  readonly allowed: string;
  /** The value that a text says; undefined where it says none. */
  read(text: string): T | undefined;
  /** The text that says a value. */
  write(value: T): string;
}

/** A whole number from `least` to `most`. */
export const count = (least: number, most: number): Kind<number> => ({
  placeholder: 'count',
  allowed: `a whole number from ${least} to ${most}`,
  read: (text) => {
    const value = /^[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : undefined;
  },
  write: String,
});

/** A count of something that has a name, such as seconds. */
export const countOf = (what: string, least: number, most: number): Kind<number> => ({
  ...count(least, most),
  placeholder: what,
});

export const port: Kind<number> = { ...count(0, 65_535), placeholder: 'number' };

/** Any text but an empty one. */
export const text = (placeholder: string, allowed: string): Kind<string> => ({
  placeholder,
  allowed,
  read: (given) => (given === '' ? undefined : given),
  write: (value) => value,
});

export const path: Kind<string> = text('path', 'a path');

/** On or off: `--x` and `--no-x`, `true` and `false`. */
export const onOff: Kind<boolean> = {
  placeholder: '',
  allowed: 'true or false',
  read: (given) => ({ true: true, false: false })[given],
  write: String,
};

/** Words between commas, or a list in a file. */
export const words = (allowed: string): Kind<readonly string[]> => ({
  placeholder: 'list',
  allowed,
  read: (given) =>
    given
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  write: (value) => value.join(','),
});

/** One of a few words. */
export const oneOf = <const T extends string>(placeholder: string, choices: readonly T[]): Kind<T> => ({
  placeholder,
  allowed: `one of ${choices.join(', ')}`,
  read: (given) => choices.find((choice) => choice === given),
  write: (value) => value,
});

export const network = oneOf('id', networkIds);

/** An address of one of the protocols. */
export const address = (protocols: readonly string[], example: string): Kind<string> => ({
  placeholder: 'url',
  allowed: `an address such as ${example}`,
  read: (given) => (URL.canParse(given) && protocols.includes(new URL(given).protocol) ? given : undefined),
  write: (value) => value,
});

/** A host's address and a port, such as `127.0.0.1:9464` or `[::1]:9464`. */
export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

export const hostAndPort: Kind<HostAndPort> = {
  placeholder: 'address:port',
  allowed: 'an address and a port such as 127.0.0.1:9464',
  read: (given) => {
    const match = /^(?:\[([0-9a-f:.]+)\]|([^:\s]+)):([0-9]{1,5})$/i.exec(given);
    const portNumber = port.read(match?.[3] ?? '');
    const host = match?.[1] ?? match?.[2];
    return host === undefined || portNumber === undefined ? undefined : { host, port: portNumber };
  },
  write: ({ host, port: number }) => `${host.includes(':') ? `[${host}]` : host}:${number}`,
};
