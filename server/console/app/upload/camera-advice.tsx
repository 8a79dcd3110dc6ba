import type { AnalysisType } from '../../../contract/schemas/start.ts';
import { useWords } from '../words/use-words.ts';
import { DistancePicture } from './pictures/distance.tsx';
import { HeightPicture } from './pictures/height.tsx';
import { LevelPicture } from './pictures/level.tsx';
import { PlacePicture } from './pictures/place.tsx';

/** Where the camera should stand, in drawings. */
export function CameraAdvice({ view }: { readonly view: AnalysisType }) {
  const { camera, upload } = useWords();
  return (
    <section class="camera-advice" aria-label={upload.camera}>
      <h2 class="small-title">{upload.camera}</h2>
      <ul>
        <li>
          <PlacePicture view={view} />
          <p>{view === 'side_view' ? camera.sidePlace : camera.backPlace}</p>
        </li>
        <li>
          <DistancePicture view={view} />
          <p>{camera.distance}</p>
        </li>
        <li>
          <HeightPicture />
          <p>{camera.height}</p>
        </li>
        <li>
          <LevelPicture />
          <p>{camera.level}</p>
        </li>
      </ul>
      <p class="hint">{camera.light}</p>
    </section>
  );
}
