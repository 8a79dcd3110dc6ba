/** What plots say, in one language. */
export interface PlotWords {
  readonly left: string;
  readonly right: string;
  /** Title of an axis: percent of the gait cycle. */
  readonly cyclePercent: string;
  /** Title of an axis: seconds. */
  readonly seconds: string;
  /** Nine healthy runners in ten. */
  readonly normal: string;
  readonly asTable: string;
  readonly meanAndSpread: string;
  /** How a plot's cursor is moved. */
  readonly hover: string;
  readonly touchdown: string;
  readonly toeOff: string;
  readonly contacts: string;
  readonly good: string;
  readonly okay: string;
  /** From `{low}` to `{high}`; in words where a dash would look like the sign of a number. */
  readonly range: string;
  readonly date: string;
  /** Of a number that is withheld. */
  readonly notMeasured: string;
}
