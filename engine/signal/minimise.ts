/** The golden section: share of an interval at which to look when nothing better is known. */
const golden = (3 - Math.sqrt(5)) / 2;
const mostSteps = 100;

/** Where a function is least, and what it is there. */
export interface Minimum {
  readonly place: number;
  readonly value: number;
}

/**
 * The minimum of a function with one minimum in [low, high], to within `tolerance`: parabolas through the three
 * best places, and the golden section where they do not help (Brent 1973, chapter 5). A smooth function takes 8 or so
 * evaluations.
 */
export function minimise(f: (x: number) => number, low: number, high: number, tolerance: number): Minimum {
  const step = tolerance / 3;
  let a = low;
  let b = high;
  // The best place, the second best, and the one that was second best before.
  let x = a + golden * (b - a);
  let w = x;
  let v = x;
  let fx = f(x);
  let fw = fx;
  let fv = fx;
  let move = 0;
  let moveBefore = 0;
  for (let i = 0; i < mostSteps; i++) {
    const middle = (a + b) / 2;
    if (Math.abs(x - middle) <= 2 * step - (b - a) / 2) break;
    const r = (x - w) * (fx - fv);
    const q = (x - v) * (fx - fw);
    const rise = (x - v) * q - (x - w) * r;
    const bend = 2 * (q - r);
    const parabolic = -rise / bend;
    const helps = Math.abs(parabolic) < Math.abs(moveBefore) / 2 && x + parabolic > a && x + parabolic < b;
    if (helps) {
      moveBefore = move;
      move = parabolic;
      const next = x + move;
      if (next - a < 2 * step || b - next < 2 * step) move = x < middle ? step : -step;
    } else {
      moveBefore = (x < middle ? b : a) - x;
      move = golden * moveBefore;
    }
    const u = x + (Math.abs(move) >= step ? move : Math.sign(move) * step);
    const fu = f(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      v = w;
      fv = fw;
      w = x;
      fw = fx;
      x = u;
      fx = fu;
      continue;
    }
    if (u < x) a = u;
    else b = u;
    if (fu <= fw || w === x) {
      v = w;
      fv = fw;
      w = u;
      fw = fu;
    } else if (fu <= fv || v === x || v === w) {
      v = u;
      fv = fu;
    }
  }
  return { place: x, value: fx };
}
