import sharp from 'sharp';
import { docsPath } from '../report/sectioned-page.ts';

/**
 * Makes the README's picture of the thumbnail that `npm run demo` leaves: a frame of the annotated video of the synthetic runner.
 *
 * `npm run demo && node dist/bench/pictures/readme-picture.js`
 */
const [from = 'demo-output/thumbnail.jpg'] = process.argv.slice(2);
const path = docsPath('pictures/annotated.webp');
const { size } = await sharp(from).resize({ width: 540 }).webp({ quality: 82 }).toFile(path);
process.stdout.write(`${path}, ${Math.round(size / 1000)} kB\n`);
