/** Size of a plot and the room about its drawing area, in pixels of the page. */
export interface PlotArea {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A plot's area with room for the labels of both axes. */
export const plotArea = (width: number, height: number): PlotArea => ({
  width,
  height,
  left: 40,
  right: 10,
  top: 10,
  bottom: 34,
});

/** Left and right end of the drawing area. */
export const xRange = ({ width, left, right }: PlotArea): [number, number] => [left, width - right];
/** Bottom and top of the drawing area. */
export const yRange = ({ height, top, bottom }: PlotArea): [number, number] => [height - bottom, top];
