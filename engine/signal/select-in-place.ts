/** So few values are sorted at once. */
const fewValues = 12;

/**
 * The value that would stand at an index if the first `count` were sorted (quickselect, Hoare 1961). Afterwards none before the index is greater than it, and none
 * behind it less. Which of two values is less cannot be foreseen, so that no branch rests on it: each value is exchanged with the first that is not less,
 * and only where that is moves on.
 *
 * @param values Finite; their order is changed from `from` on.
 * @param from None before is greater than any from there on.
 */
export function selectInPlace(values: Float64Array, count: number, index: number, from = 0): number {
  let first = from;
  let last = count - 1;
  while (last - first >= fewValues) {
    const at = pivotIndex(values, first, last);
    const pivot = values[at];
    values[at] = values[last];
    let notLess = first;
    for (let i = first; i < last; i++) {
      const value = values[i];
      values[i] = values[notLess];
      values[notLess] = value;
      notLess += Number(value < pivot);
    }
    values[last] = values[notLess];
    values[notLess] = pivot;
    if (index < notLess) last = notLess - 1;
    else {
      // Where none is less, many may be equal: they are parted off together.
      const lastEqual = notLess === first ? gatherEqual(values, first, last) : notLess;
      if (index <= lastEqual) return pivot;
      first = lastEqual + 1;
    }
  }
  sortInPlace(values, first, last);
  return values[index];
}

/** Sorts the values between two indices, these included, by insertion: of few nothing is faster. */
function sortInPlace(values: Float64Array, first: number, last: number): void {
  for (let i = first + 1; i <= last; i++) {
    const value = values[i];
    let at = i;
    for (; at > first && values[at - 1] > value; at--) values[at] = values[at - 1];
    values[at] = value;
  }
}

/** Moves what equals the first value, which is the least, to its side. @returns Index of the last of them. */
function gatherEqual(values: Float64Array, first: number, last: number): number {
  const least = values[first];
  let greater = first + 1;
  for (let i = greater; i <= last; i++) {
    const value = values[i];
    values[i] = values[greater];
    values[greater] = value;
    greater += Number(value <= least);
  }
  return greater - 1;
}

/** Index of a value that is likely to part the others in halves: the median of three, which lie apart so that neither slopes nor peaks mislead. */
function pivotIndex(values: Float64Array, first: number, last: number): number {
  const middle = (first + last) >> 1;
  const quarter = (last - first) >> 2;
  const a = values[first + quarter];
  const b = values[middle];
  const c = values[last - quarter];
  if (a < b === b < c) return middle;
  return a < b === c < a ? first + quarter : last - quarter;
}
