import type { Texts } from './texts.ts';

/** Spanish. */
export const es: Texts = {
  titles: {
    arm: 'Posición de los brazos',
    back_cycle: 'Ángulo de la rodilla trasera al apoyar el pie',
    foot: 'Apoyo del pie',
    forward_cycle: 'Ángulo de la rodilla delantera al apoyar el pie',
    head: 'Posición de la cabeza',
    trunk: 'Inclinación del tronco',
  },
  idealPosition: 'Posición ideal',
  notMeasured: 'Sin medición',
  strikeUnclear: 'Tipo de apoyo no claro',
  deviations: {
    arm: {
      low: {
        slight: 'Codo un poco cerrado',
        strong: 'Codo demasiado cerrado',
        recap: [
          'Tu codo va más flexionado de lo necesario.',
          'Las manos altas tensan los hombros y acortan el braceo.',
          'Deja caer las manos a la altura de la cintura, con el codo algo por debajo del ángulo recto.',
          'Suelta los brazos cada kilómetro y vuelve después a un braceo compacto.',
        ],
      },
      high: {
        slight: 'Codo un poco abierto',
        strong: 'Codo demasiado abierto',
        recap: [
          'Tu codo va demasiado abierto y la mano pasa baja.',
          'Un brazo largo oscila despacio y hace girar el tronco.',
          'Cierra el codo hasta algo menos del ángulo recto y llévalo recto hacia atrás.',
          'Practica el braceo ante un espejo y luego en progresivos cortos.',
        ],
      },
    },
    back_cycle: {
      high: {
        slight: 'Talón un poco bajo',
        strong: 'Talón demasiado bajo',
        recap: [
          'El talón trasero se queda bajo cuando el otro pie apoya.',
          'Una pierna larga es lenta y pesada de llevar adelante.',
          'Deja que el talón suba bajo la cadera en cuanto el pie deja el suelo.',
          'Los talones al glúteo y el pedaleo rápido en el sitio entrenan el gesto.',
        ],
      },
    },
    foot: {
      low: {
        recap: [
          'Apoyas con la punta del pie muy hacia abajo.',
          'El gemelo y el tendón de Aquiles absorben todo el impacto.',
          'Apoya el pie más plano y deja que el talón roce el suelo.',
          'Fortalece los gemelos antes de sumar kilómetros.',
        ],
      },
      high: {
        recap: [
          'La punta del pie mira hacia arriba al apoyar y el talón recibe el primer golpe.',
          'El pie te frena antes de poder sostenerte.',
          'Apoya con suavidad, con el pie casi plano y más cerca de la cadera.',
          'Unos pasos algo más cortos y rápidos te lo ponen fácil.',
        ],
      },
    },
    forward_cycle: {
      low: {
        slight: 'Rodilla delantera un poco flexionada',
        strong: 'Rodilla delantera demasiado flexionada',
        recap: [
          'Tu rodilla delantera ya está muy flexionada cuando el pie apoya.',
          'La cadera se hunde y el muslo tiene que sostenerte.',
          'Corre alto y apoya con la pierna larga, pero nunca bloqueada.',
          'Unos muslos y glúteos fuertes mantienen la cadera alta.',
        ],
      },
    },
    head: {
      low: {
        slight: 'Mirada un poco baja',
        strong: 'Mirada demasiado baja',
        recap: [
          'Miras al suelo justo delante de ti.',
          'La cabeza caída encorva la espalda y dificulta la respiración.',
          'Levanta la vista a un punto situado 10 o 20 metros por delante.',
          'Imagina un hilo que tira suavemente de tu coronilla hacia arriba.',
        ],
      },
      high: {
        slight: 'Mirada un poco alta',
        strong: 'Mirada demasiado alta',
        recap: [
          'Llevas la barbilla levantada y la mirada por encima del horizonte.',
          'Eso tensa el cuello y echa el cuerpo hacia atrás.',
          'Recoge la barbilla y mira al horizonte o un poco por debajo.',
          'Relaja la mandíbula y los hombros cada pocos minutos.',
        ],
      },
    },
    trunk: {
      low: {
        slight: 'Tronco un poco erguido de más',
        strong: 'Tronco hacia atrás',
        recap: [
          'Tu tronco va demasiado recto, o incluso echado hacia atrás.',
          'Así tu peso trabaja en tu contra en cada apoyo.',
          'Inclínate un poco desde los tobillos y mantén la espalda larga.',
          'De pie, déjate caer hacia delante hasta que tengas que dar un paso.',
        ],
      },
      high: {
        slight: 'Tronco un poco inclinado de más',
        strong: 'Tronco demasiado inclinado',
        recap: [
          'Tu tronco se inclina demasiado hacia delante.',
          'La zona lumbar y los isquiotibiales tienen que soportar la carga.',
          'Endereza la cadera e inclínate solo desde los tobillos.',
          'Un core fuerte y unos flexores de cadera sueltos te mantienen alto.',
        ],
      },
    },
  },
  strikes: {
    rearfoot: {
      position: 'Apoyo de talón',
      likely: 'Probable apoyo de talón',
      under: 'Apoyo de talón cerca del centro de gravedad',
      ahead: 'Apoyo de talón por delante del centro de gravedad',
    },
    midfoot: {
      position: 'Apoyo de mediopié',
      likely: 'Probable apoyo de mediopié',
      under: 'Apoyo de mediopié cerca del centro de gravedad',
      ahead: 'Apoyo de mediopié por delante del centro de gravedad',
    },
    forefoot: {
      position: 'Apoyo de antepié',
      likely: 'Probable apoyo de antepié',
      under: 'Apoyo de antepié cerca del centro de gravedad',
      ahead: 'Apoyo de antepié por delante del centro de gravedad',
    },
  },
  styles: {
    hop: {
      title: 'Saltarín',
      summary: 'Pasos rápidos y apoyos breves: apenas rozas el suelo y aprovechas el muelle de tus tendones.',
    },
    stick: {
      title: 'Rasante',
      summary: 'Pasos rápidos y apoyos largos: corres a ras de suelo, regular y con poca oscilación.',
    },
    bounce: {
      title: 'Rebote',
      summary: 'Pasos largos y aéreos con apoyos breves: rebotas hacia arriba y pasas mucho tiempo en el aire.',
    },
    push: {
      title: 'Empuje',
      summary: 'Pasos largos y apoyos largos: te mantienes bajo y avanzas con un fuerte impulso.',
    },
    sit: {
      title: 'Sentado',
      summary: 'Pasos equilibrados o casi sin vuelo: te deslizas con suavidad, sin extremos.',
    },
  },
};
