import type { BackViewTexts } from './texts.ts';

/** Spanish. */
export const es: BackViewTexts = {
  legs: { left: 'Pierna izquierda', right: 'Pierna derecha' },
  notMeasured: 'No medido',
  segments: {
    pronation: {
      title: 'Pronación del pie',
      explanation:
        'La pronación es el giro del pie hacia adentro tras el apoyo. Si es moderada, es normal y amortigua el paso.',
      good: 'Pronación neutra',
      low: {
        slight: 'Ligera supinación',
        strong: 'Supinación marcada',
        recap: [
          {
            left: 'Tu pie izquierdo se queda más sobre el borde externo tras el apoyo.',
            right: 'Tu pie derecho se queda más sobre el borde externo tras el apoyo.',
          },
          'Un pie que gira poco hacia adentro amortigua menos el paso.',
          'Apoya con suavidad y deja que el pie ruede hacia el dedo gordo.',
          'Estirar las pantorrillas, movilizar los tobillos y trabajar el equilibrio dan libertad al pie.',
        ],
      },
      high: {
        slight: 'Ligera hiperpronación',
        strong: 'Hiperpronación marcada',
        recap: [
          {
            left: 'Tu pie izquierdo gira hacia adentro más de lo necesario tras el apoyo.',
            right: 'Tu pie derecho gira hacia adentro más de lo necesario tras el apoyo.',
          },
          'La tibia gira con él y el impulso pierde firmeza.',
          'Impúlsate con todo el antepié, con el dedo gordo bien apoyado en el suelo.',
          'El ejercicio del pie corto, las elevaciones de talón y el equilibrio a una pierna dan estabilidad al pie.',
        ],
      },
    },
    pelvic_drop: {
      title: 'Caída de la pelvis',
      explanation:
        'Indica cuánto baja la pelvis del lado de la pierna que va en el aire. Unos pocos grados son normales.',
      good: 'Pelvis estable',
      high: {
        slight: { left: 'Lado derecho de la pelvis un poco bajo', right: 'Lado izquierdo de la pelvis un poco bajo' },
        strong: {
          left: 'Lado derecho de la pelvis demasiado bajo',
          right: 'Lado izquierdo de la pelvis demasiado bajo',
        },
        recap: [
          {
            left: 'Cuando te sostiene la pierna izquierda, el lado derecho de tu pelvis cae.',
            right: 'Cuando te sostiene la pierna derecha, el lado izquierdo de tu pelvis cae.',
          },
          'Así el cuerpo se balancea de un lado a otro en cada paso.',
          'Corre con el cuerpo estirado y los dos lados de la pelvis a la misma altura.',
          'Elevar la pelvis en un escalón, la plancha lateral y el puente a una pierna dan esta estabilidad.',
        ],
      },
    },
    knee_adduction: {
      title: 'Alineación de la rodilla',
      explanation:
        'Indica cuánto queda la rodilla por dentro o por fuera de la línea entre cadera y tobillo, vista desde atrás. También influye la forma de tus piernas.',
      good: 'Rodilla bien alineada',
      low: {
        slight: 'Rodilla un poco hacia afuera',
        strong: 'Rodilla demasiado hacia afuera',
        recap: [
          {
            left: 'Tu rodilla izquierda se va hacia afuera mientras la pierna te sostiene.',
            right: 'Tu rodilla derecha se va hacia afuera mientras la pierna te sostiene.',
          },
          'La carga pasa así más por el lado externo del pie y de la pierna.',
          'Apoya el pie bajo la cadera y apunta con la rodilla al frente.',
          'Baja despacio de un escalón bajo, con la rodilla sobre el segundo dedo del pie.',
        ],
      },
      high: {
        slight: 'Rodilla un poco hacia adentro',
        strong: 'Rodilla demasiado hacia adentro',
        recap: [
          {
            left: 'Tu rodilla izquierda se va hacia adentro mientras la pierna te sostiene.',
            right: 'Tu rodilla derecha se va hacia adentro mientras la pierna te sostiene.',
          },
          'Parte del impulso se va así hacia un lado en vez de hacia adelante.',
          'Mantén la rodilla apuntando al frente, sobre el segundo dedo del pie.',
          'Las sentadillas a una pierna ante el espejo y los pasos laterales con banda entrenan esta línea.',
        ],
      },
    },
    hip_adduction: {
      title: 'Aducción de la cadera',
      explanation:
        'Indica cuánto se inclina el muslo hacia adentro, bajo la pelvis, mientras la pierna te sostiene. Un poco es normal.',
      good: 'Muslo bien alineado',
      low: {
        slight: 'Muslo un poco hacia afuera',
        strong: 'Muslo demasiado hacia afuera',
        recap: [
          {
            left: 'Tu muslo izquierdo se inclina hacia afuera mientras la pierna te sostiene.',
            right: 'Tu muslo derecho se inclina hacia afuera mientras la pierna te sostiene.',
          },
          'Los pies caen separados y el cuerpo tiene que desplazarse de lado en cada paso.',
          'Apoya los pies un poco más cerca de la línea que sigues.',
          'Corre tramos cortos junto a una línea de la pista, con un pie cerca de cada lado.',
        ],
      },
      high: {
        slight: 'Muslo un poco hacia adentro',
        strong: 'Muslo demasiado hacia adentro',
        recap: [
          {
            left: 'Tu muslo izquierdo se inclina hacia adentro más de lo necesario mientras la pierna te sostiene.',
            right: 'Tu muslo derecho se inclina hacia adentro más de lo necesario mientras la pierna te sostiene.',
          },
          'Los pies tienden a caer sobre una misma línea y la cadera trabaja más para sostenerte.',
          'Corre con un pie a cada lado de una línea imaginaria.',
          'Elevar la pierna tumbado de lado y dar pasos laterales con banda fortalece el exterior de la cadera.',
        ],
      },
    },
  },
};
