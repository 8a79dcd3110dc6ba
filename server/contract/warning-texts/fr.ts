import type { WarningTexts } from './warning-texts.ts';

export const fr: WarningTexts = {
  clip: {
    'orientation.treadmill': 'Sur tapis, filmez en portrait\u00a0: le coureur remplit alors l’image.',
    'orientation.overground': 'Hors tapis, filmez en paysage\u00a0: davantage de pas restent dans l’image.',
    'orientation.back': 'De dos, filmez en portrait\u00a0: le corps remplit alors l’image.',
    'view.side': 'Le coureur semble filmé de face ou de dos, et non de côté.',
    'view.side_back': 'Le coureur semble filmé de dos, et non de côté\u00a0: analysez la vidéo en vue de dos.',
    'view.back_side': 'Le coureur semble filmé de côté, et non de dos.',
    'view.back_front': 'Le coureur semble filmé de face, et non de dos.',
    camera_moves:
      'La caméra bouge\u00a0: posez-la sur un trépied ou un muret. Si la personne court sur un tapis, indiquez-le, sinon la vitesse est fausse.',
    treadmill_stands:
      'Les pieds sont immobiles dans l’image, comme au sol\u202f; la vitesse n’est pas donnée\u00a0: si ce n’est pas un tapis, ne l’indiquez pas.',
    no_feet: 'Le réseau choisi ne fournit ni talons ni orteils\u202f; le pied n’est pas mesuré.',
    'camera_tilted.ground':
      'Le sol penche de {degrees} degrés dans l’image\u202f; les angles ont été mesurés par rapport au sol. Mettez la caméra de niveau.',
    'camera_tilted.camera':
      'La caméra est tournée de {degrees} degrés\u202f; les angles ont été mesurés par rapport à l’horizontale du coureur. Mettez la caméra de niveau.',
    not_running:
      'Aucune foulée de course n’a été détectée dans cette vidéo\u202f; aucune valeur de course n’est donnée.',
    picture_turned: 'Le coureur est couché ou la tête en bas dans l’image. Redressez la vidéo et renvoyez-la.',
    body_cut_off:
      'Une partie du corps est hors de l’image. Filmez le coureur entier, de la tête aux pieds, avec une marge.',
    runs_backwards:
      'Le coureur se déplace à reculons, comme dans une vidéo lue à l’envers. Envoyez-la telle qu’elle a été enregistrée.',
    too_few_steps: 'Trop peu de pas. Filmez plus longtemps ou gardez le coureur dans l’image pour plus de pas.',
    frame_rate_too_low:
      'La vidéo a {fps} images par seconde, trop peu pour reconnaître la course\u00a0: filmez à 30 ou plus, de préférence à 60.',
    low_frame_rate:
      'La vidéo a {fps} images par seconde, moins de 30\u00a0: filmez à 60 ou plus pour des temps de contact précis.',
    'picture_stretched.wide':
      'Le coureur paraît plus large qu’une personne\u00a0: la vidéo est déformée, angles et longueurs sont faux. Envoyez-la telle qu’elle a été enregistrée.',
    'picture_stretched.narrow':
      'Le coureur paraît plus étroit qu’une personne\u00a0: la vidéo est déformée ou la caméra est de biais, angles et longueurs sont faux. Envoyez-la telle qu’elle a été enregistrée, filmée à angle droit.',
    clip_cut:
      'La vidéo a été coupée ou change de vitesse à {seconds} s\u00a0: seule la plus longue partie entre ces endroits a été mesurée. Envoyez-la telle qu’elle a été enregistrée.',
    variable_frame_rate: 'La fréquence d’images varie\u202f; les instants réels ont été utilisés.',
    interlaced: 'La vidéo est entrelacée\u00a0: seule une ligne sur deux a été utilisée. Filmez en mode progressif.',
    runner_lost: 'Le coureur a été trouvé dans {percent}\u00a0% des images\u202f; gardez tout le corps dans l’image.',
    several_people: '{people} personnes étaient visibles\u202f; une seule a été suivie. Filmez un coureur seul.',
    another_followed: 'Le coureur a été perdu de vue\u202f; la personne trouvée ensuite peut être une autre.',
    larger_person_not_followed:
      'Une personne plus grande dans l’image, visible la plupart du temps, n’a pas été suivie.',
    legs_ambiguous: 'Les jambes étaient difficiles à distinguer dans {percent}\u00a0% des images.',
    'slow_motion.container': 'La vidéo est au ralenti, {factor} fois\u202f; les temps réels ont été utilisés.',
    'slow_motion.gait':
      'La vidéo semble au ralenti, environ {factor} fois\u202f; temps et vitesses ne sont pas donnés. Envoyez-la telle qu’elle a été filmée.',
    'camera_oblique.grows':
      'Le coureur grandit de {percent}\u00a0% en chemin\u00a0: placez la caméra perpendiculairement à la course.',
    'camera_oblique.shrinks':
      'Le coureur rapetisse de {percent}\u00a0% en chemin\u00a0: placez la caméra perpendiculairement à la course.',
    'cross_check_standing_foot.belt':
      'Les pieds en appui reculent dans l’image à {seen} m/s ({seenPace} min/km), et non à {told} m/s ({toldPace} min/km) comme indiqué\u00a0: vérifiez l’allure, la taille et s’il s’agit d’un tapis.',
    'cross_check_standing_foot.still':
      'Les pieds sont immobiles dans l’image au lieu d’aller avec un tapis à {told} m/s ({toldPace} min/km)\u00a0: si ce n’est pas un tapis, ne l’indiquez pas.',
  },
  checks: {
    speed_steps:
      'La vitesse et la distance entre les appuis ne concordent pas\u00a0: vérifiez la taille, l’allure et le squelette.',
    contact_flight_step:
      'Le temps de contact et le temps de suspension ne donnent pas ensemble la durée du pas\u00a0: certains contacts ont été mal détectés.',
    left_right_stride:
      'Les foulées du pied gauche n’ont pas la même durée que celles du pied droit\u00a0: certains contacts ont été mal détectés.',
    standing_foot:
      'Le pied d’appui ne se déplace pas avec le sol comme il le devrait\u00a0: vérifiez l’allure, la taille et s’il s’agit d’un tapis.',
    left_right_ground:
      'Le sol se déplace plus vite sous un pied que sous l’autre\u00a0: l’un des pieds n’a pas été bien suivi.',
    free_fall:
      'Pendant la suspension, les hanches ne tombent pas comme un corps en chute libre\u00a0: vérifiez la taille et la fréquence d’images de la vidéo.',
  },
};
