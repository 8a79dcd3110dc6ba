import { Filter, type FilterContext, FilterGraph, FilterInOut, Frame } from 'node-av/lib';
import { checked, present } from './checked.ts';
import { firstField, isInterlaced } from './fields.ts';

/** A chain of FFmpeg filters that gives one picture for each picture; of an interlaced one it is given the first field. */
export class FilterChain {
  readonly #filters: readonly string[];
  readonly #output = new Frame();
  #shape = '';
  #graph: FilterGraph | undefined;
  #source: FilterContext | undefined;
  #sink: FilterContext | undefined;

  /** @param filters In FFmpeg's filter syntax. */
  constructor(filters: readonly string[]) {
    this.#filters = filters;
    this.#output.alloc();
  }

  /** The filtered picture, valid until the next call. A stream may change its picture's shape midway. */
  apply(frame: Frame): Frame {
    const field = isInterlaced(frame) ? firstField(frame) : '';
    const shape = `${frame.width}x${frame.height} ${frame.format} ${frame.colorSpace} ${frame.colorRange} ${field}`;
    if (shape !== this.#shape) this.#build(frame, shape, field === '' ? this.#filters : [field, ...this.#filters]);
    const source = present(this.#source ?? null, 'the filter source');
    const sink = present(this.#sink ?? null, 'the filter sink');
    this.#output.unref();
    checked(source.buffersrcAddFrameSync(frame), 'filtering a picture');
    checked(sink.buffersinkGetFrameSync(this.#output), 'filtering a picture');
    return this.#output;
  }

  free(): void {
    this.#output.free();
    this.#graph?.free();
    this.#graph = undefined;
  }

  #build(frame: Frame, shape: string, filters: readonly string[]): void {
    this.#graph?.free();
    const graph = new FilterGraph();
    graph.alloc();
    graph.nbThreads = 1;
    const picture = [
      `video_size=${frame.width}x${frame.height}`,
      `pix_fmt=${frame.format}`,
      `colorspace=${frame.colorSpace}`,
      `range=${frame.colorRange}`,
      'time_base=1/1',
      'pixel_aspect=1/1',
    ];
    const source = graph.createFilter(present(Filter.getByName('buffer'), 'buffer'), 'in', picture.join(':'));
    const sink = graph.createFilter(present(Filter.getByName('buffersink'), 'buffersink'), 'out');
    this.#source = present(source, 'the filter source');
    this.#sink = present(sink, 'the filter sink');
    const outputs = FilterInOut.createList([{ name: 'in', filterCtx: this.#source, padIdx: 0 }]);
    const inputs = FilterInOut.createList([{ name: 'out', filterCtx: this.#sink, padIdx: 0 }]);
    checked(graph.parsePtr(filters.join(','), inputs, outputs), 'building the filters');
    checked(graph.configSync(), 'configuring the filters');
    this.#graph = graph;
    this.#shape = shape;
  }
}
