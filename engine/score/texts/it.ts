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
        slight: 'Gomito un po’ troppo chiuso',
        strong: 'Gomito troppo chiuso',
        recap: [
          'Il gomito è piegato più del necessario.',
          'Le mani alte irrigidiscono le spalle e accorciano l’oscillazione delle braccia.',
          'Lascia scendere le mani all’altezza della vita, con il gomito a poco meno di un angolo retto.',
          'Sciogli le braccia a ogni chilometro, poi riprendi un’oscillazione compatta.',
        ],
      },
      high: {
        slight: 'Gomito un po’ troppo aperto',
        strong: 'Gomito troppo aperto',
        recap: [
          'Il gomito è più aperto del necessario e la mano passa bassa.',
          'Un braccio lungo oscilla lentamente e fa ruotare il busto.',
          'Chiudi il gomito a poco meno di un angolo retto e portalo dritto indietro.',
          'Prova il gesto davanti allo specchio, poi in brevi allunghi.',
        ],
      },
    },
    back_cycle: {
      high: {
        slight: 'Tallone un po’ troppo basso',
        strong: 'Tallone troppo basso',
        recap: [
          'Il tallone posteriore è ancora basso quando l’altro piede appoggia.',
          'Una gamba quasi tesa è lenta e pesante da riportare in avanti.',
          'Lascia salire il tallone sotto l’anca appena il piede lascia il suolo.',
          'La corsa calciata e le pedalate rapide sul posto allenano questo gesto.',
        ],
      },
    },
    foot: {
      low: {
        recap: [
          'Appoggi il piede con la punta rivolta decisamente verso il basso.',
          'Polpaccio e tendine d’Achille sopportano così gran parte del carico.',
          'Appoggia il piede più piatto e lascia che il tallone tocchi leggermente il suolo.',
          'Rinforza i polpacci prima di aumentare i chilometri.',
        ],
      },
      high: {
        recap: [
          'All’appoggio la punta del piede è rivolta in alto e molto carico va sul tallone.',
          'Finché il piede non è piatto, i muscoli della tibia devono frenarlo.',
          'Appoggia con dolcezza, con il piede quasi piatto.',
          'Passi leggermente più brevi e rapidi rendono tutto più facile.',
        ],
        recapAhead: [
          'Appoggiato così, il piede arriva spesso troppo avanti e ti frena.',
          'Appoggia con dolcezza, con il piede quasi piatto e più vicino al corpo.',
        ],
      },
    },
    forward_cycle: {
      low: {
        slight: 'Ginocchio anteriore un po’ troppo piegato',
        strong: 'Ginocchio anteriore troppo piegato',
        recap: [
          'Il ginocchio anteriore è piegato più del necessario quando il piede appoggia.',
          'Il bacino si abbassa e la coscia deve sorreggerti.',
          'Corri con il corpo allungato e appoggia la gamba distesa, ma mai bloccata.',
          'Cosce e glutei più forti aiutano a tenere alto il bacino.',
        ],
      },
    },
    head: {
      low: {
        slight: 'Sguardo un po’ troppo basso',
        strong: 'Sguardo troppo basso',
        recap: [
          'Guardi il suolo pochi metri davanti a te.',
          'La testa bassa incurva la parte alta della schiena e può ostacolare il respiro.',
          'Alza lo sguardo verso un punto 10-20 metri più avanti.',
          'Immagina un filo che tira dolcemente la sommità del capo verso l’alto.',
        ],
      },
      high: {
        slight: 'Sguardo un po’ troppo alto',
        strong: 'Sguardo troppo alto',
        recap: [
          'Il mento è sollevato e lo sguardo passa sopra l’orizzonte.',
          'Questo irrigidisce il collo e sbilancia il corpo all’indietro.',
          'Ritrai leggermente il mento e guarda l’orizzonte o poco più in basso.',
          'Rilassa mandibola e spalle ogni due o tre minuti.',
        ],
      },
    },
    trunk: {
      low: {
        slight: 'Busto un po’ troppo eretto',
        strong: 'Busto troppo eretto',
        recap: [
          'Il busto è molto eretto o addirittura inclinato all’indietro.',
          'Così il peso resta dietro il piede e ti frena a ogni appoggio.',
          'Inclinati leggermente in avanti dalle caviglie e tieni lunga la schiena.',
          'In piedi, lasciati cadere in avanti finché non devi fare un passo.',
        ],
      },
      high: {
        slight: 'Busto un po’ troppo inclinato in avanti',
        strong: 'Busto troppo inclinato in avanti',
        recap: [
          'Il busto è inclinato in avanti più del necessario.',
          'La zona lombare e i muscoli posteriori della coscia devono sostenerlo.',
          'Raddrizzati all’altezza delle anche e inclinati invece dalle caviglie.',
          'Un core forte e flessori dell’anca elastici aiutano a tenere alto il busto.',
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
      title: 'Saltellante',
      summary: 'Passi rapidi e contatti brevi: sfiori il suolo e sfrutti la molla dei tuoi tendini.',
    },
    stick: {
      title: 'Radente',
      summary: 'Passi rapidi e contatti lunghi: corri radente e regolare, con poca oscillazione verticale.',
    },
    bounce: {
      title: 'Rimbalzante',
      summary: 'Passi lunghi e leggeri con contatti brevi: rimbalzi verso l’alto e passi molto tempo in volo.',
    },
    push: {
      title: 'Propulsivo',
      summary: 'Passi lunghi e contatti lunghi: resti vicino al suolo e avanzi con una spinta decisa.',
    },
    sit: {
      title: 'Equilibrato',
      summary: 'Passi equilibrati o quasi senza fase di volo: scorri con fluidità, senza estremi.',
    },
  },
};
