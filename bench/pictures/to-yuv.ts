import {
  bytesPerPicture,
  type PictureLayout,
  type PlanarPicture,
  viewPicture,
} from '../../engine/video/planar-picture.ts';
import type { SizePx } from '../../engine/video/video.ts';

/** BT.709, limited range. */
const toRgb = [
  ...[255 / 219, 0, 1.5748 * (255 / 224), -(16 * 255) / 219 - 128 * 1.5748 * (255 / 224)],
  ...[
    255 / 219,
    -0.187324 * (255 / 224),
    -0.468124 * (255 / 224),
    -(16 * 255) / 219 + 128 * (0.187324 + 0.468124) * (255 / 224),
  ],
  ...[255 / 219, 1.8556 * (255 / 224), 0, -(16 * 255) / 219 - 128 * 1.8556 * (255 / 224)],
];

/** The layout that a decoder gives of an ordinary H.264 clip of even sides. */
export const yuvLayout = ({ widthPx, heightPx }: SizePx): PictureLayout => ({
  widthPx,
  heightPx,
  storedWidthPx: widthPx,
  storedHeightPx: heightPx,
  chromaShift: 1,
  toStored: [1, 0, 0, 0, 1, 0],
  toRgb,
});

/** A picture from packed RGB as a decoder would have given it: 4:2:0, BT.709. */
export function toYuv(rgb: Uint8Array, size: SizePx): PlanarPicture {
  const { widthPx, heightPx } = size;
  const layout = yuvLayout(size);
  const picture = viewPicture(layout, new Uint8Array(bytesPerPicture(layout)));
  const [luma, blue, red] = picture.planes;
  for (let y = 0; y < heightPx; y += 2) {
    for (let x = 0; x < widthPx; x += 2) {
      let blueSum = 0;
      let redSum = 0;
      for (const pixel of [y * widthPx + x, y * widthPx + x + 1, (y + 1) * widthPx + x, (y + 1) * widthPx + x + 1]) {
        const [r, g, b] = [rgb[3 * pixel], rgb[3 * pixel + 1], rgb[3 * pixel + 2]];
        const brightness = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        luma[pixel] = Math.round(16 + (219 / 255) * brightness);
        blueSum += (b - brightness) / 1.8556;
        redSum += (r - brightness) / 1.5748;
      }
      const place = (y >> 1) * (widthPx >> 1) + (x >> 1);
      blue[place] = Math.round(128 + (224 / 255) * (blueSum / 4));
      red[place] = Math.round(128 + (224 / 255) * (redSum / 4));
    }
  }
  return picture;
}
