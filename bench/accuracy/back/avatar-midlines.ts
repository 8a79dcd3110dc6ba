import type { BackClipConfig } from './back-clip-configs.ts';

/** What can be seen of an avatar's lower legs. */
export interface AvatarMidlines {
  readonly shankDeg: number;
  readonly heelDeg: number;
  readonly heelGain: number;
  readonly bareLegs: boolean;
}

/**
 * How far the midlines that can be seen on an avatar lean from its rig's own axes while it stands, degrees, positive: the lower end
 * towards the body's midline. Of slices through the mesh: the lower leg from 4 to 22 cm above the ankle against the line from knee to
 * ankle, the rearmost 3 cm of the shoe from 1.2 to 7.5 cm above the ground against the vertical. The left and the right of each avatar
 * are alike. How deep the slice of the shoe is moves its line by up to a degree either way.
 *
 * `heelGain` is how far the shoe's midline turns when the foot's bone is everted by a degree: most avatars' heels hang on the leg's bone
 * too, by a linear blend, so that the picture shows less than the joint turns.
 */
export const avatarMidlines: Readonly<Record<BackClipConfig['avatar'], AvatarMidlines>> = {
  Asian_M: { shankDeg: 5.3, heelDeg: 1.4, heelGain: 0.77, bareLegs: true },
  Black_F: { shankDeg: 0, heelDeg: 1.1, heelGain: 0.78, bareLegs: false },
  Hispanic_M: { shankDeg: 0.4, heelDeg: -0.3, heelGain: 0.78, bareLegs: false },
  White_F: { shankDeg: 1.2, heelDeg: 1.6, heelGain: 1.06, bareLegs: true },
  White_M: { shankDeg: -0.3, heelDeg: 0.9, heelGain: 0.77, bareLegs: false },
};
