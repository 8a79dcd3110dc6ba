/** The place of another store, perhaps, that this one lies in: its folder is called like one of those that every place has. */
export interface OuterPlace {
  /** The folder, or `s3://bucket/prefix`. */
  readonly name: string;
  /** Whether it is a data folder with a store in it, other than this one's. */
  readonly isDataFolder: boolean;
  /** The marks that it bears. */
  marks(): AsyncIterable<string>;
}
