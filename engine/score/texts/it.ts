import type { Texts } from './texts.ts';

/** Italian. */
export const it: Texts = {
  titles: {
    arm: 'Posizione delle braccia',
    back_cycle: 'Angolo del ginocchio posteriore all’appoggio',
    foot: 'Appoggio del piede',
    forward_cycle: 'Angolo del ginocchio anteriore all’appoggio',
    head: 'Posizione della testa',
    trunk: 'Inclinazione del busto',
  },
  idealPosition: 'Posizione ideale',
  notMeasured: 'Non misurato',
  strikeUnclear: 'Tipo di appoggio non chiaro',
  deviations: {
    arm: {
      low: {
        slight: 'Gomito un po’ chiuso',
        strong: 'Gomito troppo chiuso',
        recap: [
          'Il gomito è più piegato del necessario.',
          'Le mani alte irrigidiscono le spalle e accorciano l’oscillazione delle braccia.',
          'Lascia scendere le mani all’altezza della vita, con il gomito appena sotto l’angolo retto.',
          'Sciogli le braccia a ogni chilometro, poi riprendi un’oscillazione compatta.',
        ],
      },
      high: {
        slight: 'Gomito un po’ aperto',
        strong: 'Gomito troppo aperto',
        recap: [
          'Il gomito è troppo aperto e la mano passa bassa.',
          'Un braccio lungo oscilla lentamente e fa ruotare il busto.',
          'Chiudi il gomito appena sotto l’angolo retto e portalo dritto indietro.',
          'Prova il gesto davanti allo specchio, poi in brevi allunghi.',
        ],
      },
    },
    back_cycle: {
      high: {
        slight: 'Tallone un po’ basso',
        strong: 'Tallone troppo basso',
        recap: [
          'Il tallone posteriore resta basso mentre l’altro piede appoggia.',
          'Una gamba lunga è lenta e pesante da riportare avanti.',
          'Lascia salire il tallone sotto l’anca appena il piede lascia il suolo.',
          'La corsa calciata e la pedalata rapida sul posto allenano il riflesso.',
        ],
      },
    },
    foot: {
      low: {
        recap: [
          'Appoggi con la punta del piede molto in basso.',
          'Polpaccio e tendine d’Achille assorbono tutto l’impatto.',
          'Appoggia il piede più piatto e lascia che il tallone sfiori il suolo.',
          'Rinforza i polpacci prima di aumentare i chilometri.',
        ],
      },
      high: {
        recap: [
          'All’appoggio le punte guardano in alto e il tallone prende il primo colpo.',
          'Il piede ti frena prima di poterti sostenere.',
          'Appoggia con dolcezza, con il piede quasi piatto e più vicino all’anca.',
          'Passi un po’ più brevi e rapidi ti aiutano.',
        ],
      },
    },
    forward_cycle: {
      low: {
        slight: 'Ginocchio anteriore un po’ piegato',
        strong: 'Ginocchio anteriore troppo piegato',
        recap: [
          'Il ginocchio anteriore è già molto piegato quando il piede appoggia.',
          'Il bacino si abbassa e la coscia deve sorreggerti.',
          'Corri alto e appoggia con la gamba lunga, ma mai bloccata.',
          'Cosce e glutei più forti tengono alto il bacino.',
        ],
      },
    },
    head: {
      low: {
        slight: 'Sguardo un po’ basso',
        strong: 'Sguardo troppo basso',
        recap: [
          'Guardi il suolo subito davanti a te.',
          'La testa bassa incurva la schiena e ostacola il respiro.',
          'Alza lo sguardo verso un punto 10 o 20 metri più avanti.',
          'Immagina un filo che tira dolcemente la sommità del capo verso l’alto.',
        ],
      },
      high: {
        slight: 'Sguardo un po’ alto',
        strong: 'Sguardo troppo alto',
        recap: [
          'Il mento è sollevato e lo sguardo passa sopra l’orizzonte.',
          'Questo affatica il collo e sbilancia il corpo all’indietro.',
          'Rientra il mento e guarda l’orizzonte o poco più in basso.',
          'Rilassa mandibola e spalle ogni pochi minuti.',
        ],
      },
    },
    trunk: {
      low: {
        slight: 'Busto un po’ troppo eretto',
        strong: 'Busto all’indietro',
        recap: [
          'Il busto è troppo eretto o addirittura all’indietro.',
          'Così il peso del corpo lavora contro di te a ogni appoggio.',
          'Inclinati leggermente dalle caviglie e tieni lunga la schiena.',
          'Da fermo, lasciati cadere in avanti finché devi fare un passo.',
        ],
      },
      high: {
        slight: 'Busto un po’ troppo inclinato',
        strong: 'Busto troppo inclinato',
        recap: [
          'Il busto è troppo inclinato in avanti.',
          'La zona lombare e i muscoli posteriori della coscia devono reggere il carico.',
          'Raddrizzati all’altezza delle anche e inclinati solo dalle caviglie.',
          'Un core forte e flessori dell’anca elastici ti tengono alto.',
        ],
      },
    },
  },
  strikes: {
    rearfoot: {
      position: 'Appoggio di tallone',
      likely: 'Probabile appoggio di tallone',
      under: 'Appoggio di tallone vicino al baricentro',
      ahead: 'Appoggio di tallone davanti al baricentro',
    },
    midfoot: {
      position: 'Appoggio di mesopiede',
      likely: 'Probabile appoggio di mesopiede',
      under: 'Appoggio di mesopiede vicino al baricentro',
      ahead: 'Appoggio di mesopiede davanti al baricentro',
    },
    forefoot: {
      position: 'Appoggio di avampiede',
      likely: 'Probabile appoggio di avampiede',
      under: 'Appoggio di avampiede vicino al baricentro',
      ahead: 'Appoggio di avampiede davanti al baricentro',
    },
  },
  styles: {
    hop: {
      title: 'Saltello',
      summary: 'Passi rapidi e contatti brevi: sfiori il suolo e sfrutti la molla dei tuoi tendini.',
    },
    stick: {
      title: 'Radente',
      summary: 'Passi rapidi e contatti lunghi: corri radente e regolare, con poche oscillazioni.',
    },
    bounce: {
      title: 'Rimbalzo',
      summary: 'Passi lunghi e ariosi con contatti brevi: rimbalzi verso l’alto e passi molto tempo in volo.',
    },
    push: {
      title: 'Spinta',
      summary: 'Passi lunghi e contatti lunghi: resti basso e avanzi con una spinta decisa.',
    },
    sit: {
      title: 'Seduto',
      summary: 'Passi equilibrati o quasi senza volo: scorri con fluidità, senza estremi.',
    },
  },
};
