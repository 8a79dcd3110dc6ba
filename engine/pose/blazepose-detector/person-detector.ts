import type { PlanarPicture } from '../../video/planar-picture.ts';
import { type Crop, wholePicture } from '../crop.ts';
import { type OpenOptions, openModel } from '../open-model.ts';
import { createWarp } from '../warp.ts';
import { anchorCentres } from './anchors.ts';
import { decodePersons } from './decode-persons.ts';
import { personCrop } from './person.ts';

/** Strides of the levels at which the detector looks. */
const strides = [8, 16, 32, 32, 32];

/** Finds people in a whole picture. */
export interface PersonDetector {
  /** The square around each person that is seen, surest first. */
  find(picture: PlanarPicture): Promise<Crop[]>;
  close(): Promise<void>;
}

/** Opens BlazePose's detector (Bazarevsky et al. 2020). @throws StrideError `model_unavailable`. */
export async function openPersonDetector(options?: OpenOptions): Promise<PersonDetector> {
  const { session, target } = await openModel('blazepose-detector', options);
  const warp = createWarp({ ...target, border: 'black' });
  const anchors = anchorCentres(target.widthPx, strides);
  return {
    async find(picture) {
      const seen = wholePicture(picture);
      warp(picture, seen, session.input);
      await session.run();
      const persons = decodePersons(session.output('boxes'), session.output('scores'), anchors, target.widthPx);
      return persons.map((person) => personCrop(person, seen));
    },
    close: () => session.close(),
  };
}
