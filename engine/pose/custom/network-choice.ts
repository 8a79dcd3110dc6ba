import type { NetworkId } from '../../../models/registry.ts';

/** A network of the user's own, described in a JSON file (docs/reference/custom-networks.md). */
export interface DescribedNetwork {
  readonly descriptionPath: string;
}

/** Which network reads the runner. It can be cloned to another thread or process, which then opens the network itself. */
export type NetworkChoice = NetworkId | DescribedNetwork;

/** Whose habits keypoints have: those of a network we know, or of one we do not. */
export type PoseNetwork = NetworkId | 'custom';

/** What to call the network where its keypoints are kept and interpreted. */
export const poseNetworkOf = (choice: NetworkChoice): PoseNetwork => (typeof choice === 'string' ? choice : 'custom');
