/** What the poses file of an analysis is called in its folder. */
export const posesFileName = 'poses.ndjson';
