import type { WarningTexts } from './warning-texts.ts';

export const de: WarningTexts = {
  clip: {
    'orientation.treadmill': 'Auf dem Laufband hochkant filmen: Dann füllt der Läufer das Bild.',
    'orientation.overground': 'Ohne Laufband quer filmen: Dann bleiben mehr Schritte im Bild.',
    'orientation.back': 'Von hinten hochkant filmen: Dann füllt der Körper das Bild.',
    'view.side': 'Der Läufer scheint von vorn oder hinten gefilmt zu sein, nicht von der Seite.',
    'view.side_back':
      'Der Läufer scheint von hinten gefilmt zu sein, nicht von der Seite: Lass das Video als Rückansicht auswerten.',
    'view.back_side': 'Der Läufer scheint von der Seite gefilmt zu sein, nicht von hinten.',
    'view.back_front': 'Der Läufer scheint von vorn gefilmt zu sein, nicht von hinten.',
    camera_moves:
      'Die Kamera bewegt sich: Stell sie auf ein Stativ oder eine Mauer. War es ein Laufband, gib das an, sonst ist die Geschwindigkeit falsch.',
    treadmill_stands:
      'Die Füße stehen im Bild still wie auf dem Boden, daher wird keine Geschwindigkeit angegeben: War es kein Laufband, lass die Angabe Laufband weg.',
    no_feet: 'Das gewählte Netz liefert keine Fersen und Zehen, daher wird der Fuß nicht gemessen.',
    'camera_tilted.ground':
      'Der Boden liegt im Bild um {degrees} Grad schief; die Winkel wurden gegen den Boden gemessen. Richte die Kamera waagerecht aus.',
    'camera_tilted.camera':
      'Die Kamera ist um {degrees} Grad verdreht; die Winkel wurden gegen die Waagerechte des Läufers gemessen. Richte die Kamera waagerecht aus.',
    not_running: 'In diesem Video wurde kein Laufen gefunden, daher werden keine Laufwerte angegeben.',
    picture_turned: 'Der Läufer liegt im Bild oder steht kopf. Dreh das Video aufrecht und schick es noch einmal.',
    body_cut_off:
      'Ein Teil des Körpers liegt außerhalb des Bildes. Filme den ganzen Läufer von Kopf bis Fuß, mit etwas Rand.',
    runs_backwards:
      'Der Läufer bewegt sich rückwärts, wie in einem rückwärts abgespielten Video. Schick es, wie es aufgenommen wurde.',
    too_few_steps: 'Zu wenige Schritte. Filme länger, oder halte den Läufer für mehr Schritte im Bild.',
    frame_rate_too_low:
      'Das Video hat {fps} Bilder je Sekunde, zu wenige, um Laufen zu erkennen: Filme mit 30 oder mehr, besser mit 60.',
    low_frame_rate:
      'Das Video hat {fps} Bilder je Sekunde, weniger als 30: Mit 60 oder mehr werden Kontaktzeiten genau.',
    'picture_stretched.wide':
      'Der Läufer ist im Bild breiter, als Menschen sind: Das Video ist verzerrt, Winkel und Längen stimmen nicht. Schick es so, wie es aufgenommen wurde.',
    'picture_stretched.narrow':
      'Der Läufer ist im Bild schmaler, als Menschen sind: Das Video ist verzerrt, oder die Kamera steht schräg; Winkel und Längen stimmen nicht. Schick es so, wie es aufgenommen wurde, rechtwinklig gefilmt.',
    clip_cut:
      'Das Video wurde bei {seconds} s geschnitten oder ändert dort seine Geschwindigkeit: Nur der längste Teil dazwischen wurde gemessen. Schick es so, wie es aufgenommen wurde.',
    variable_frame_rate: 'Die Bildrate schwankt; die wahren Zeiten der Bilder wurden benutzt.',
    interlaced: 'Das Video ist verschränkt (interlaced): Nur jede zweite Zeile wurde benutzt. Filme ohne Zeilensprung.',
    runner_lost: 'Der Läufer wurde in {percent} % der Bilder gefunden; halte den ganzen Körper im Bild.',
    several_people: '{people} Personen waren zu sehen; eine wurde verfolgt. Filme einen Läufer allein.',
    another_followed: 'Der Läufer ging verloren; wer danach gefunden wurde, kann ein anderer sein.',
    larger_person_not_followed: 'Eine größer abgebildete Person war die meiste Zeit zu sehen und wurde nicht verfolgt.',
    legs_ambiguous: 'In {percent} % der Bilder waren die Beine schwer zu unterscheiden.',
    'slow_motion.container': 'Das Video ist in Zeitlupe, {factor}-fach; die wahren Zeiten wurden benutzt.',
    'slow_motion.gait':
      'Das Video scheint in Zeitlupe zu sein, etwa {factor}-fach; Zeiten und Tempo werden nicht angegeben. Schick es, wie es aufgenommen wurde.',
    'camera_oblique.grows': 'Der Läufer wird unterwegs um {percent} % größer: Stell die Kamera rechtwinklig zum Lauf.',
    'camera_oblique.shrinks':
      'Der Läufer wird unterwegs um {percent} % kleiner: Stell die Kamera rechtwinklig zum Lauf.',
    'cross_check_standing_foot.belt':
      'Die Füße auf dem Band gehen im Bild mit {seen} m/s ({seenPace} min/km) zurück, nicht wie angegeben mit {told} m/s ({toldPace} min/km): Prüfe Tempo und Größe und ob es ein Laufband ist.',
    'cross_check_standing_foot.still':
      'Die Füße stehen im Bild still, statt mit einem Band von {told} m/s ({toldPace} min/km) zu gehen: War es kein Laufband, lass die Angabe Laufband weg.',
  },
  checks: {
    speed_steps: 'Geschwindigkeit und Abstand der Fußabdrücke passen nicht zusammen: Prüfe Größe, Tempo und Skelett.',
    contact_flight_step:
      'Kontaktzeit und Flugzeit ergeben zusammen nicht die Schrittdauer: Manche Bodenkontakte wurden falsch erkannt.',
    left_right_stride:
      'Die Doppelschritte des linken Fußes dauern länger oder kürzer als die des rechten: Manche Bodenkontakte wurden falsch erkannt.',
    standing_foot:
      'Der Standfuß bewegt sich nicht so mit dem Boden, wie er sollte: Prüfe Tempo und Größe und ob es ein Laufband ist.',
    left_right_ground:
      'Der Boden bewegt sich unter dem einen Fuß schneller als unter dem anderen: Ein Fuß wurde nicht richtig verfolgt.',
    free_fall:
      'Die Hüfte fällt in der Flugphase nicht wie ein Körper im freien Fall: Prüfe die Größe und die Bildrate des Videos.',
  },
};
