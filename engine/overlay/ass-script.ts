import type { SizePx } from '../video/video.ts';
import type { Path, PointPx } from './ass-path.ts';
import { type Colour, inkColour } from './palette.ts';

/** Frames from `from` up to, but not including, `to`. */
export interface FrameSpan {
  readonly from: number;
  readonly to: number;
}

export interface ShapeLook {
  readonly fill: Colour;
  /** 0 invisible to 1 opaque; 1 by default. */
  readonly opacity?: number;
  readonly outline?: { readonly widthPx: number; readonly colour: Colour; readonly opacity: number };
  /** Radius of the edge's blur. */
  readonly blurPx?: number;
}

export interface TextLook {
  readonly sizePx: number;
  readonly colour: Colour;
  readonly opacity?: number;
  readonly bold?: boolean;
  /** Which point of the text lies at the position; its middle by default. */
  readonly anchor?: 'left' | 'middle' | 'right';
  readonly outlinePx?: number;
}

/** Font of all text, from the project's own package. */
const font = 'DejaVu Sans Condensed';
const styleFormat =
  'Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, ' +
  'StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding';
const anchorNumber = { left: 4, middle: 5, right: 6 } as const;

/**
 * Builds an Advanced SubStation Alpha script of vector drawings and text, whose clock counts frames: frame `k` shows
 * what lies in the script's `k`th tenth of a second. Later events of a layer lie above earlier ones.
 */
export class AssScript {
  readonly #size: SizePx;
  readonly #events: string[] = [];

  constructor(size: SizePx) {
    this.#size = size;
  }

  shape(span: FrameSpan, layer: number, look: ShapeLook, path: Path): void {
    if (path === '') return;
    const outline = look.outline ? outlineTags(look.outline.widthPx, look.outline.colour, look.outline.opacity) : '';
    const blur = look.blurPx ? `\\blur${look.blurPx.toFixed(1)}` : '';
    this.#add(span, layer, `{\\pos(0,0)\\p4${fillTags(look.fill, look.opacity)}${outline}${blur}}${path}`);
  }

  text(span: FrameSpan, layer: number, look: TextLook, at: PointPx, text: string): void {
    const tags = [
      `\\an${anchorNumber[look.anchor ?? 'middle']}\\pos(${at.x.toFixed(1)},${at.y.toFixed(1)})`,
      `\\fs${look.sizePx.toFixed(1)}${look.bold ? '\\b1' : ''}`,
      fillTags(look.colour, look.opacity),
      look.outlinePx ? outlineTags(look.outlinePx, inkColour, 0.75) : '',
    ];
    this.#add(span, layer, `{${tags.join('')}}${escapeText(text)}`);
  }

  toString(): string {
    const style = `Base,${font},20,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,1`;
    return [
      '[Script Info]',
      'ScriptType: v4.00+',
      `PlayResX: ${this.#size.widthPx}`,
      `PlayResY: ${this.#size.heightPx}`,
      'ScaledBorderAndShadow: yes',
      'YCbCr Matrix: None',
      'WrapStyle: 2',
      '',
      '[V4+ Styles]',
      `Format: ${styleFormat}`,
      `Style: ${style}`,
      '',
      '[Events]',
      'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
      ...this.#events,
      '',
    ].join('\n');
  }

  #add({ from, to }: FrameSpan, layer: number, text: string): void {
    if (to > from) this.#events.push(`Dialogue: ${layer},${clock(from)},${clock(to)},Base,,0,0,0,,${text}`);
  }
}

/** Makes text mean itself: braces open override tags, a backslash starts an escape, a line break ends the event. */
export function escapeText(text: string): string {
  return text
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .replaceAll('\\', '\\\u2060')
    .replaceAll('{', '\\{')
    .replaceAll('}', '\\}');
}

/** A frame's start on the script's clock, ten frames to the second. */
function clock(frame: number): string {
  const seconds = Math.floor(frame / 10);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${frame % 10}0`;
}

function fillTags(colour: Colour, opacity = 1): string {
  return `\\1c${bgr(colour)}${opacity < 1 ? `\\1a${alpha(opacity)}` : ''}`;
}

function outlineTags(widthPx: number, colour: Colour, opacity: number): string {
  return `\\bord${widthPx.toFixed(1)}\\3c${bgr(colour)}${opacity < 1 ? `\\3a${alpha(opacity)}` : ''}`;
}

const bgr = (colour: Colour): string =>
  `&H${colour.slice(5, 7)}${colour.slice(3, 5)}${colour.slice(1, 3)}&`.toUpperCase();

const alpha = (opacity: number): string =>
  `&H${Math.round(255 * (1 - opacity))
    .toString(16)
    .padStart(2, '0')
    .toUpperCase()}&`;
