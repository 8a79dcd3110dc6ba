import type { BackViewTexts } from './texts.ts';

/** Italian. */
export const it: BackViewTexts = {
  legs: { left: 'Gamba sinistra', right: 'Gamba destra' },
  notMeasured: 'Non misurato',
  segments: {
    pronation: {
      title: 'Pronazione del piede',
      explanation:
        'La pronazione è la rotazione del piede verso l’interno dopo l’appoggio. Se moderata, è normale e ammortizza il passo.',
      good: 'Pronazione neutra',
      low: {
        slight: 'Leggera supinazione',
        strong: 'Supinazione marcata',
        recap: [
          {
            left: 'Dopo l’appoggio il piede sinistro resta più sul bordo esterno.',
            right: 'Dopo l’appoggio il piede destro resta più sul bordo esterno.',
          },
          'Un piede che ruota poco verso l’interno ammortizza meno il passo.',
          'Appoggia con dolcezza e lascia rotolare il piede verso l’alluce.',
          'Allungamento dei polpacci, mobilità delle caviglie ed esercizi di equilibrio danno libertà al piede.',
        ],
      },
      high: {
        slight: 'Leggera iperpronazione',
        strong: 'Iperpronazione marcata',
        recap: [
          {
            left: 'Dopo l’appoggio il piede sinistro ruota verso l’interno più del necessario.',
            right: 'Dopo l’appoggio il piede destro ruota verso l’interno più del necessario.',
          },
          'La tibia ruota con il piede e la spinta perde solidità.',
          'Spingi con tutto l’avampiede, tenendo l’alluce ben premuto al suolo.',
          'L’esercizio del piede corto, i sollevamenti sulle punte e l’equilibrio su una gamba stabilizzano il piede.',
        ],
      },
    },
    pelvic_drop: {
      title: 'Caduta del bacino',
      explanation: 'Indica quanto scende il bacino dal lato della gamba in volo. Pochi gradi sono normali.',
      good: 'Bacino stabile',
      high: {
        slight: {
          left: 'Lato destro del bacino un po’ troppo basso',
          right: 'Lato sinistro del bacino un po’ troppo basso',
        },
        strong: { left: 'Lato destro del bacino troppo basso', right: 'Lato sinistro del bacino troppo basso' },
        recap: [
          {
            left: 'Quando ti sostiene la gamba sinistra, il lato destro del bacino scende.',
            right: 'Quando ti sostiene la gamba destra, il lato sinistro del bacino scende.',
          },
          'Il corpo oscilla così da un lato all’altro a ogni passo.',
          'Corri con il busto alto e tieni i due lati del bacino alla stessa altezza.',
          'Sollevamenti del bacino su un gradino, plank laterale e ponte su una gamba danno questa stabilità.',
        ],
      },
    },
    knee_adduction: {
      title: 'Allineamento del ginocchio',
      explanation:
        'Indica quanto il ginocchio sta all’interno o all’esterno della linea tra anca e caviglia, visto da dietro. Conta anche la forma delle gambe.',
      good: 'Ginocchio ben allineato',
      low: {
        slight: 'Ginocchio un po’ troppo in fuori',
        strong: 'Ginocchio troppo in fuori',
        recap: [
          {
            left: 'Il ginocchio sinistro va verso l’esterno mentre la gamba ti sostiene.',
            right: 'Il ginocchio destro va verso l’esterno mentre la gamba ti sostiene.',
          },
          'Il carico passa così di più sul lato esterno del piede e della gamba.',
          'Appoggia il piede sotto l’anca e punta il ginocchio dritto in avanti.',
          'Scendi lentamente da un gradino basso, con il ginocchio sopra il secondo dito del piede.',
        ],
      },
      high: {
        slight: 'Ginocchio un po’ troppo in dentro',
        strong: 'Ginocchio troppo in dentro',
        recap: [
          {
            left: 'Il ginocchio sinistro va verso l’interno mentre la gamba ti sostiene.',
            right: 'Il ginocchio destro va verso l’interno mentre la gamba ti sostiene.',
          },
          'Parte della spinta va così di lato invece che in avanti.',
          'Tieni il ginocchio rivolto in avanti, sopra il secondo dito del piede.',
          'Squat su una gamba allo specchio e passi laterali con elastico allenano questa linea.',
        ],
      },
    },
    hip_adduction: {
      title: 'Adduzione dell’anca',
      explanation:
        'Indica quanto la coscia si inclina verso l’interno sotto il bacino mentre la gamba ti sostiene. Un po’ è normale.',
      good: 'Coscia ben allineata',
      low: {
        slight: 'Coscia un po’ troppo in fuori',
        strong: 'Coscia troppo in fuori',
        recap: [
          {
            left: 'La coscia sinistra si inclina verso l’esterno mentre la gamba ti sostiene.',
            right: 'La coscia destra si inclina verso l’esterno mentre la gamba ti sostiene.',
          },
          'I piedi appoggiano larghi e il corpo deve spostarsi di lato a ogni passo.',
          'Appoggia i piedi un po’ più vicino alla linea che segui.',
          'Corri brevi tratti lungo una linea della pista, con i piedi appena ai due lati.',
        ],
      },
      high: {
        slight: 'Coscia un po’ troppo in dentro',
        strong: 'Coscia troppo in dentro',
        recap: [
          {
            left: 'La coscia sinistra si inclina verso l’interno più del necessario mentre la gamba ti sostiene.',
            right: 'La coscia destra si inclina verso l’interno più del necessario mentre la gamba ti sostiene.',
          },
          'I piedi tendono così ad appoggiare su un’unica linea e l’anca lavora di più per sostenerti.',
          'Corri con un piede per lato di una linea immaginaria.',
          'Sollevamenti della gamba sdraiati sul fianco e passi laterali con elastico rinforzano l’esterno dell’anca.',
        ],
      },
    },
  },
};
