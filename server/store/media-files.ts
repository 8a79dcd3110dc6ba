import { join } from 'node:path';
import type { DataDir } from './data-dir.ts';

/** The vendor's file names of one analysis's pictures. */
export const thumbnailName = (id: string): string => `${id}_thumbnail.jpg`;
export const outputVideoName = (id: string): string => `encoded_analyzed_${id}.mp4`;

/** File name of what was seen in every frame, which lies beside the pictures. */
export const frameDataName = (id: string): string => `${id}_frame_data.ndjson`;

/** File name of what a person looks at: `Details`, beside the pictures. Analyses of before these were kept have none. */
export const detailsName = (id: string): string => `${id}_details.json`;

/** File name of what was read from the pictures, from which everything after can be done again. */
export const posesName = (id: string): string => `${id}_poses.ndjson`;

/** The folder that holds the pictures of one analysis. */
export const mediaFolder = (dir: DataDir, id: string): string => join(dir.mediaDir, id);
