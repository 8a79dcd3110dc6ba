import type { WarningTexts } from './warning-texts.ts';

export const es: WarningTexts = {
  clip: {
    'orientation.treadmill': 'En la cinta, graba en vertical: así el corredor llena la imagen.',
    'orientation.overground': 'Fuera de la cinta, graba en horizontal: así quedan más pasos en la imagen.',
    'orientation.back': 'Desde atrás, graba en vertical: así el cuerpo llena la imagen.',
    'view.side': 'El corredor parece grabado de frente o desde atrás, no de lado.',
    'view.side_back': 'El corredor parece grabado desde atrás, no de lado: analiza el vídeo como vista posterior.',
    'view.back_side': 'El corredor parece grabado de lado, no desde atrás.',
    'view.back_front': 'El corredor parece grabado de frente, no desde atrás.',
    camera_moves:
      'La cámara se mueve: ponla en un trípode o sobre un muro. Si es una cinta, indícalo; si no, la velocidad es errónea.',
    treadmill_stands:
      'Los pies están quietos en la imagen, como en el suelo, por lo que no se da la velocidad: si no es una cinta, no la indiques.',
    no_feet: 'La red elegida no proporciona talones ni dedos, por lo que no se mide el pie.',
    'camera_tilted.ground':
      'El suelo está inclinado {degrees} grados en la imagen; los ángulos se midieron respecto al suelo. Nivela la cámara.',
    'camera_tilted.camera':
      'La cámara está girada {degrees} grados; los ángulos se midieron respecto a la horizontal del corredor. Nivela la cámara.',
    not_running: 'En este vídeo no se detectó a nadie corriendo, por lo que no se da ningún valor de carrera.',
    picture_turned: 'El corredor está tumbado o cabeza abajo en la imagen. Gira el vídeo y envíalo de nuevo.',
    body_cut_off:
      'Una parte del cuerpo queda fuera de la imagen. Graba al corredor entero, de la cabeza a los pies, con margen.',
    runs_backwards:
      'El corredor se mueve hacia atrás, como en un vídeo reproducido al revés. Envíalo tal como se grabó.',
    too_few_steps: 'Muy pocos pasos. Graba más tiempo o mantén al corredor en la imagen durante más pasos.',
    frame_rate_too_low:
      'El vídeo tiene {fps} fotogramas por segundo, muy pocos para reconocer la carrera: graba a 30 o más, mejor a 60.',
    low_frame_rate:
      'El vídeo tiene {fps} fotogramas por segundo, menos de 30: graba a 60 o más para tiempos de contacto exactos.',
    'picture_stretched.wide':
      'El corredor se ve más ancho de lo que es una persona: el vídeo está deformado, y ángulos y longitudes no son correctos. Envíalo tal como se grabó.',
    'picture_stretched.narrow':
      'El corredor se ve más estrecho de lo que es una persona: el vídeo está deformado o la cámara está en oblicuo, y ángulos y longitudes no son correctos. Envíalo tal como se grabó, grabado en ángulo recto.',
    clip_cut:
      'El vídeo se cortó o cambia de velocidad en el segundo {seconds}: solo se midió la parte más larga entre esos puntos. Envíalo tal como se grabó.',
    variable_frame_rate: 'La frecuencia de fotogramas varía; se usaron los tiempos reales.',
    interlaced: 'El vídeo está entrelazado: solo se usó una de cada dos líneas. Graba en modo progresivo.',
    runner_lost: 'El corredor se encontró en el {percent} % de los fotogramas; mantén todo el cuerpo en la imagen.',
    several_people: 'Se veían {people} personas; se siguió a una. Graba a un solo corredor.',
    another_followed: 'Se perdió al corredor; la persona hallada después puede ser otra.',
    larger_person_not_followed: 'Una persona de mayor tamaño, visible casi todo el tiempo, no fue seguida.',
    legs_ambiguous: 'En el {percent} % de los fotogramas fue difícil distinguir las piernas.',
    'slow_motion.container': 'El vídeo está a cámara lenta, {factor} veces; se usaron los tiempos reales.',
    'slow_motion.gait':
      'El vídeo parece a cámara lenta, unas {factor} veces; no se dan tiempos ni velocidades. Envíalo tal como se grabó.',
    'camera_oblique.grows':
      'El corredor se agranda un {percent} % por el camino: pon la cámara perpendicular a la carrera.',
    'camera_oblique.shrinks':
      'El corredor se empequeñece un {percent} % por el camino: pon la cámara perpendicular a la carrera.',
    'cross_check_standing_foot.belt':
      'Los pies apoyados retroceden en la imagen a {seen} m/s ({seenPace} min/km), no a {told} m/s ({toldPace} min/km) como se indicó: comprueba el ritmo, la estatura y si es una cinta.',
    'cross_check_standing_foot.still':
      'Los pies están quietos en la imagen, en vez de ir con una cinta a {told} m/s ({toldPace} min/km): si no es una cinta, no la indiques.',
  },
  checks: {
    speed_steps:
      'La velocidad y la distancia entre las huellas no concuerdan: comprueba la estatura, el ritmo y el esqueleto.',
    contact_flight_step:
      'El tiempo de contacto y el de vuelo no suman la duración del paso: algunos contactos se detectaron mal.',
    left_right_stride:
      'Las zancadas del pie izquierdo no duran lo mismo que las del derecho: algunos contactos se detectaron mal.',
    standing_foot:
      'El pie de apoyo no se mueve con el suelo como debería: comprueba el ritmo, la estatura y si es una cinta.',
    left_right_ground: 'El suelo se mueve más rápido bajo un pie que bajo el otro: uno de los pies no se siguió bien.',
    free_fall:
      'Durante el vuelo la cadera no cae como un cuerpo en caída libre: comprueba la estatura y la frecuencia de fotogramas del vídeo.',
  },
};
