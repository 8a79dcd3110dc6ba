import type { WarningTexts } from './warning-texts.ts';

export const it: WarningTexts = {
  clip: {
    'orientation.treadmill': 'Sul tapis roulant filma in verticale: così il corridore riempie l’immagine.',
    'orientation.overground': 'Senza tapis roulant filma in orizzontale: così restano più passi nell’immagine.',
    'orientation.back': 'Da dietro filma in verticale: così il corpo riempie l’immagine.',
    'view.side': 'Il corridore sembra filmato di fronte o da dietro, non di lato.',
    'view.side_back': 'Il corridore sembra filmato da dietro, non di lato: analizza il video come vista posteriore.',
    'view.back_side': 'Il corridore sembra filmato di lato, non da dietro.',
    'view.back_front': 'Il corridore sembra filmato di fronte, non da dietro.',
    camera_moves:
      'La videocamera si muove: mettila su un treppiede o un muretto. Se è un tapis roulant, indicalo, altrimenti la velocità è sbagliata.',
    treadmill_stands:
      'I piedi sono fermi nell’immagine, come al suolo, perciò la velocità non è indicata: se non è un tapis roulant, non indicarlo.',
    no_feet: 'La rete scelta non fornisce talloni e dita, perciò il piede non è misurato.',
    'camera_tilted.ground':
      'Il suolo è inclinato di {degrees} gradi nell’immagine; gli angoli sono misurati rispetto al suolo. Metti la videocamera in piano.',
    'camera_tilted.camera':
      'La videocamera è ruotata di {degrees} gradi; gli angoli sono misurati rispetto all’orizzontale del corridore. Metti la videocamera in piano.',
    not_running: 'In questo video non è stata rilevata alcuna corsa, perciò non è indicato alcun valore di corsa.',
    picture_turned: 'Il corridore è disteso o a testa in giù nell’immagine. Ruota il video e invialo di nuovo.',
    body_cut_off:
      'Una parte del corpo è fuori dall’immagine. Filma tutto il corridore, dalla testa ai piedi, con un po’ di margine.',
    runs_backwards:
      'Il corridore si muove all’indietro, come in un video riprodotto al contrario. Invialo così come è stato registrato.',
    too_few_steps: 'Troppo pochi passi. Filma più a lungo o tieni il corridore nell’immagine per più passi.',
    frame_rate_too_low:
      'Il video ha {fps} fotogrammi al secondo, troppo pochi per riconoscere la corsa: filma a 30 o più, meglio a 60.',
    low_frame_rate:
      'Il video ha {fps} fotogrammi al secondo, meno di 30: filma a 60 o più per tempi di contatto esatti.',
    'picture_stretched.wide':
      'Nell’immagine il corridore è più largo di una persona: il video è deformato, angoli e lunghezze non sono corretti. Invialo così come è stato registrato.',
    'picture_stretched.narrow':
      'Nell’immagine il corridore è più stretto di una persona: il video è deformato o la videocamera è di sbieco, angoli e lunghezze non sono corretti. Invialo così come è stato registrato, ad angolo retto.',
    clip_cut:
      'Il video è stato tagliato o cambia velocità al secondo {seconds}: è stata misurata solo la parte più lunga tra questi punti. Invialo così come è stato registrato.',
    variable_frame_rate: 'La frequenza dei fotogrammi varia; sono stati usati i tempi veri.',
    interlaced: 'Il video è interlacciato: è stata usata solo una riga su due. Filma in modo progressivo.',
    runner_lost:
      'Il corridore è stato trovato solo in parte dei fotogrammi ({percent} %); tieni tutto il corpo nell’immagine.',
    several_people: 'Si vedevano {people} persone; una è stata seguita. Filma un solo corridore.',
    another_followed: 'Il corridore è stato perso di vista; la persona trovata dopo può essere un’altra.',
    larger_person_not_followed: 'Una persona più grande, visibile per quasi tutto il tempo, non è stata seguita.',
    legs_ambiguous: 'In parte dei fotogrammi ({percent} %) era difficile distinguere le gambe.',
    'slow_motion.container': 'Il video è al rallentatore, {factor} volte; sono stati usati i tempi veri.',
    'slow_motion.gait':
      'Il video sembra al rallentatore, circa {factor} volte; tempi e velocità non sono indicati. Invialo così come è stato registrato.',
    'camera_oblique.grows':
      'Il corridore si ingrandisce lungo il percorso ({percent} %): metti la videocamera perpendicolare alla corsa.',
    'camera_oblique.shrinks':
      'Il corridore si rimpicciolisce lungo il percorso ({percent} %): metti la videocamera perpendicolare alla corsa.',
    'cross_check_standing_foot.belt':
      'I piedi in appoggio arretrano nell’immagine a {seen} m/s ({seenPace} min/km), non a {told} m/s ({toldPace} min/km) come indicato: controlla il ritmo, l’altezza e se è un tapis roulant.',
    'cross_check_standing_foot.still':
      'I piedi sono fermi nell’immagine invece di andare con un nastro a {told} m/s ({toldPace} min/km): se non è un tapis roulant, non indicarlo.',
  },
  checks: {
    speed_steps:
      'La velocità e la distanza tra le impronte non concordano: controlla l’altezza, il ritmo e lo scheletro.',
    contact_flight_step:
      'Il tempo di contatto e il tempo di volo non danno insieme la durata del passo: alcuni contatti sono stati rilevati male.',
    left_right_stride:
      'Le falcate del piede sinistro non durano quanto quelle del destro: alcuni contatti sono stati rilevati male.',
    standing_foot:
      'Il piede d’appoggio non si muove con il suolo come dovrebbe: controlla il ritmo, l’altezza e se è un tapis roulant.',
    left_right_ground:
      'Il suolo si muove più velocemente sotto un piede che sotto l’altro: uno dei piedi non è stato seguito bene.',
    free_fall:
      'Durante il volo le anche non cadono come un corpo in caduta libera: controlla l’altezza e la frequenza dei fotogrammi del video.',
  },
};
