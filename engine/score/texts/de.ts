import type { Texts } from './texts.ts';

/** German. */
export const de: Texts = {
  titles: {
    arm: 'Armhaltung',
    back_cycle: 'Winkel des hinteren Knies beim Fußaufsatz',
    foot: 'Fußaufsatz',
    forward_cycle: 'Winkel des vorderen Knies beim Fußaufsatz',
    head: 'Kopfhaltung',
    trunk: 'Rumpfneigung',
  },
  idealPosition: 'Ideale Haltung',
  notMeasured: 'Nicht gemessen',
  strikeUnclear: 'Fußaufsatz nicht eindeutig',
  deviations: {
    arm: {
      low: {
        slight: 'Ellbogen etwas zu stark gebeugt',
        strong: 'Ellbogen zu stark gebeugt',
        recap: [
          'Dein Ellbogen ist stärker gebeugt als nötig.',
          'Hohe Hände verspannen die Schultern und verkürzen den Armschwung.',
          'Lass die Hände auf Hüfthöhe sinken, den Ellbogen knapp unter dem rechten Winkel.',
          'Schüttle die Arme jeden Kilometer aus und schwinge dann wieder kompakt.',
        ],
      },
      high: {
        slight: 'Ellbogen etwas zu weit geöffnet',
        strong: 'Ellbogen zu weit geöffnet',
        recap: [
          'Dein Ellbogen ist zu weit geöffnet, die Hand schwingt zu tief.',
          'Ein langer Arm schwingt träge und verdreht den Rumpf.',
          'Schließe den Ellbogen bis knapp unter den rechten Winkel und zieh ihn gerade nach hinten.',
          'Übe den Armschwung erst vor dem Spiegel, dann in kurzen Steigerungen.',
        ],
      },
    },
    back_cycle: {
      high: {
        slight: 'Ferse etwas zu tief',
        strong: 'Ferse zu tief',
        recap: [
          'Die hintere Ferse bleibt tief, während der andere Fuß aufsetzt.',
          'Ein langes Bein lässt sich nur langsam und schwer nach vorn bringen.',
          'Lass die Ferse unter die Hüfte klappen, sobald der Fuß den Boden verlässt.',
          'Anfersen und schnelles Beinkreisen auf der Stelle schulen den Reflex.',
        ],
      },
    },
    foot: {
      low: {
        recap: [
          'Du setzt mit deutlich nach unten zeigenden Zehen auf.',
          'Wade und Achillessehne fangen den ganzen Aufprall ab.',
          'Setz den Fuß flacher auf und lass die Ferse leicht den Boden berühren.',
          'Kräftige die Waden, bevor du den Umfang steigerst.',
        ],
      },
      high: {
        recap: [
          'Deine Zehen zeigen beim Aufsetzen nach oben, die Ferse bekommt den ersten Stoß.',
          'Der Fuß bremst dich, bevor er dich tragen kann.',
          'Setz weich und fast flach auf, näher unter der Hüfte.',
          'Etwas schnellere, kürzere Schritte machen es leichter.',
        ],
      },
    },
    forward_cycle: {
      low: {
        slight: 'Vorderes Knie etwas zu stark gebeugt',
        strong: 'Vorderes Knie zu stark gebeugt',
        recap: [
          'Dein vorderes Knie ist beim Aufsetzen schon stark gebeugt.',
          'Die Hüfte sackt ab, und der Oberschenkel muss dich halten.',
          'Lauf aufrecht und lande auf einem langen, aber nie durchgedrückten Bein.',
          'Kräftige Oberschenkel und Gesäßmuskeln halten die Hüfte hoch.',
        ],
      },
    },
    head: {
      low: {
        slight: 'Blick etwas zu tief',
        strong: 'Blick zu tief',
        recap: [
          'Du schaust auf den Boden direkt vor dir.',
          'Ein gesenkter Kopf rundet den oberen Rücken und erschwert das Atmen.',
          'Richte den Blick auf einen Punkt 10 bis 20 Meter vor dir.',
          'Stell dir einen Faden vor, der den Scheitel sanft nach oben zieht.',
        ],
      },
      high: {
        slight: 'Blick etwas zu hoch',
        strong: 'Blick zu hoch',
        recap: [
          'Dein Kinn ist angehoben, der Blick geht über den Horizont.',
          'Das verspannt den Nacken und kippt den Körper nach hinten.',
          'Nimm das Kinn zurück und schau zum Horizont oder knapp darunter.',
          'Lockere alle paar Minuten Kiefer und Schultern.',
        ],
      },
    },
    trunk: {
      low: {
        slight: 'Rumpf etwas zu aufrecht',
        strong: 'Rumpf in Rücklage',
        recap: [
          'Dein Rumpf ist zu aufrecht oder sogar in Rücklage.',
          'So arbeitet dein Gewicht bei jeder Landung gegen dich.',
          'Neige dich aus den Sprunggelenken leicht nach vorn und halte den Rücken lang.',
          'Lass dich aus dem Stand nach vorn fallen, bis du einen Schritt machen musst.',
        ],
      },
      high: {
        slight: 'Rumpf etwas zu weit vorgeneigt',
        strong: 'Rumpf zu weit vorgeneigt',
        recap: [
          'Dein Rumpf neigt sich zu weit nach vorn.',
          'Der untere Rücken und die hinteren Oberschenkel müssen die Last halten.',
          'Richte dich in der Hüfte auf und neige dich stattdessen aus den Sprunggelenken.',
          'Eine stabile Mitte und bewegliche Hüftbeuger halten dich aufrecht.',
        ],
      },
    },
  },
  strikes: {
    rearfoot: {
      position: 'Rückfußaufsatz',
      likely: 'Wahrscheinlich Rückfußaufsatz',
      under: 'Rückfußaufsatz nahe am Körperschwerpunkt',
      ahead: 'Rückfußaufsatz vor dem Körperschwerpunkt',
    },
    midfoot: {
      position: 'Mittelfußaufsatz',
      likely: 'Wahrscheinlich Mittelfußaufsatz',
      under: 'Mittelfußaufsatz nahe am Körperschwerpunkt',
      ahead: 'Mittelfußaufsatz vor dem Körperschwerpunkt',
    },
    forefoot: {
      position: 'Vorfußaufsatz',
      likely: 'Wahrscheinlich Vorfußaufsatz',
      under: 'Vorfußaufsatz nahe am Körperschwerpunkt',
      ahead: 'Vorfußaufsatz vor dem Körperschwerpunkt',
    },
  },
  styles: {
    hop: {
      title: 'Hüpfer',
      summary: 'Schnelle Schritte und kurze Kontakte: Du federst leicht über den Boden und nutzt deine Sehnen.',
    },
    stick: {
      title: 'Flachläufer',
      summary: 'Schnelle Schritte und lange Kontakte: Du läufst flach und gleichmäßig, mit wenig Auf und Ab.',
    },
    bounce: {
      title: 'Springer',
      summary: 'Lange, luftige Schritte und kurze Kontakte: Du federst nach oben und bist viel in der Luft.',
    },
    push: {
      title: 'Schieber',
      summary: 'Lange Schritte und lange Kontakte: Du bleibst tief und drückst dich kräftig nach vorn ab.',
    },
    sit: {
      title: 'Gleiter',
      summary: 'Ausgewogene Schritte oder kaum Flugphase: Du läufst rund und ohne Extreme.',
    },
  },
};
