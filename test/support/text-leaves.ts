/** Every text of a tree, with its path. */
export const textLeaves = (tree: object, path = ''): [path: string, text: unknown][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? textLeaves(value, `${path}.${key}`)
      : [[`${path}.${key}`, value] satisfies [string, unknown]],
  );
