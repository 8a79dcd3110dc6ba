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
  notMeasured: 'No medido',
  strikeUnclear: 'Tipo de apoyo poco claro',
  deviations: {
    arm: {
      low: {
        slight: 'Codo un poco cerrado',
        strong: 'Codo demasiado cerrado',
        recap: [
          'Llevas el codo más flexionado de lo necesario.',
          'Las manos altas tensan los hombros y acortan el braceo.',
          'Deja caer las manos a la altura de la cintura, con el codo a algo menos de un ángulo recto.',
          'Sacude los brazos cada kilómetro y vuelve después a un braceo compacto.',
        ],
      },
      high: {
        slight: 'Codo un poco abierto',
        strong: 'Codo demasiado abierto',
        recap: [
          'Llevas el codo más abierto de lo necesario y la mano pasa baja.',
          'Un brazo largo oscila despacio y hace girar el tronco.',
          'Cierra el codo a algo menos de un ángulo recto y llévalo recto hacia atrás.',
          'Practica el braceo ante un espejo y luego en aceleraciones cortas.',
        ],
      },
    },
    back_cycle: {
      high: {
        slight: 'Talón un poco bajo',
        strong: 'Talón demasiado bajo',
        recap: [
          'El talón de atrás sigue bajo cuando apoyas el otro pie.',
          'Una pierna casi estirada es lenta y pesada de llevar hacia adelante.',
          'Deja que el talón suba bajo la cadera en cuanto el pie se despegue del suelo.',
          'Los talones al glúteo y el pedaleo rápido sin avanzar entrenan este gesto.',
        ],
      },
    },
    foot: {
      low: {
        recap: [
          'Apoyas con la punta del pie claramente hacia abajo.',
          'La pantorrilla y el tendón de Aquiles soportan así la mayor parte de la carga.',
          'Apoya el pie más plano y deja que el talón toque el suelo con suavidad.',
          'Fortalece las pantorrillas antes de sumar kilómetros.',
        ],
      },
      high: {
        recap: [
          'Al apoyar, la punta del pie mira hacia arriba y gran parte de la carga va al talón.',
          'Hasta que el pie queda plano, los músculos de la espinilla tienen que frenarlo.',
          'Apoya con suavidad, con el pie casi plano.',
          'Unos pasos algo más cortos y rápidos lo hacen más fácil.',
        ],
        recapAhead: [
          'Apoyado así, el pie suele caer muy por delante del cuerpo y te frena.',
          'Apoya con suavidad, con el pie casi plano y más cerca del cuerpo.',
        ],
      },
    },
    forward_cycle: {
      low: {
        slight: 'Rodilla delantera un poco flexionada',
        strong: 'Rodilla delantera demasiado flexionada',
        recap: [
          'Llevas la rodilla delantera más flexionada de lo necesario al apoyar el pie.',
          'La cadera se hunde y el muslo tiene que sostenerte.',
          'Corre con el cuerpo estirado y apoya la pierna larga, pero nunca bloqueada.',
          'Unos muslos y glúteos fuertes ayudan a mantener la cadera alta.',
        ],
      },
    },
    head: {
      low: {
        slight: 'Mirada un poco baja',
        strong: 'Mirada demasiado baja',
        recap: [
          'Miras al suelo a pocos metros por delante.',
          'La cabeza baja encorva la parte alta de la espalda y puede dificultar la respiración.',
          'Levanta la vista hacia un punto situado entre 10 y 20 metros por delante.',
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
        slight: 'Tronco algo más erguido de lo ideal',
        strong: 'Tronco demasiado erguido',
        recap: [
          'Llevas el tronco muy erguido, o incluso echado hacia atrás.',
          'Así tu peso queda por detrás del pie y te frena en cada apoyo.',
          'Inclínate un poco hacia adelante desde los tobillos y mantén la espalda larga.',
          'De pie, déjate caer hacia adelante hasta que tengas que dar un paso.',
        ],
      },
      high: {
        slight: 'Tronco algo más inclinado de lo ideal',
        strong: 'Tronco demasiado inclinado',
        recap: [
          'Llevas el tronco inclinado hacia adelante más de lo necesario.',
          'La zona lumbar y los isquiotibiales tienen que sostenerlo.',
          'Enderézate desde la cadera e inclínate, en cambio, desde los tobillos.',
          'Un core fuerte y unos flexores de cadera flexibles ayudan a mantener el tronco erguido.',
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
      summary: 'Pasos rápidos y apoyos breves: apenas rozas el suelo y aprovechas la elasticidad de tus tendones.',
    },
    stick: {
      title: 'Rasante',
      summary: 'Pasos rápidos y apoyos largos: corres a ras de suelo, con regularidad y poca oscilación.',
    },
    bounce: {
      title: 'Aéreo',
      summary: 'Pasos largos y ligeros con apoyos breves: rebotas hacia arriba y pasas mucho tiempo en el aire.',
    },
    push: {
      title: 'Propulsivo',
      summary: 'Pasos largos y apoyos largos: corres cerca del suelo y avanzas con un fuerte impulso.',
    },
    sit: {
      title: 'Equilibrado',
      summary: 'Pasos equilibrados o casi sin fase de vuelo: te deslizas con suavidad, sin extremos.',
    },
  },
};
