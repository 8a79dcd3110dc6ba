import type { Texts } from './texts.ts';

/** French. */
export const fr: Texts = {
  titles: {
    arm: 'Position des bras',
    back_cycle: 'Angle du genou arrière à la pose du pied',
    foot: 'Pose du pied',
    forward_cycle: 'Angle du genou avant à la pose du pied',
    head: 'Position de la tête',
    trunk: 'Inclinaison du buste',
  },
  idealPosition: 'Position idéale',
  notMeasured: 'Non mesuré',
  strikeUnclear: 'Type d’attaque incertain',
  deviations: {
    arm: {
      low: {
        slight: 'Coude un peu trop fermé',
        strong: 'Coude trop fermé',
        recap: [
          'Votre coude est plus fléchi que nécessaire.',
          'Des mains trop hautes crispent les épaules et raccourcissent le balancier des bras.',
          'Laissez descendre les mains à hauteur de la taille, le coude fermé à un peu moins de 90°.',
          'Secouez les bras à chaque kilomètre pour les relâcher, puis reprenez un geste compact.',
        ],
      },
      high: {
        slight: 'Coude un peu trop ouvert',
        strong: 'Coude trop ouvert',
        recap: [
          'Votre coude est plus ouvert que nécessaire et la main passe bas.',
          'Un bras long balance lentement et fait tourner le buste.',
          'Fermez le coude à un peu moins de 90° et tirez-le droit vers l’arrière.',
          'Travaillez le geste devant un miroir, puis sur de courtes accélérations.',
        ],
      },
    },
    back_cycle: {
      high: {
        slight: 'Talon un peu trop bas',
        strong: 'Talon trop bas',
        recap: [
          'Le talon arrière est encore bas quand l’autre pied se pose.',
          'Une jambe presque tendue est lente et lourde à ramener vers l’avant.',
          'Laissez le talon remonter sous la hanche dès que le pied quitte le sol.',
          'Talons-fesses et cycles de jambes rapides sur place font travailler ce geste.',
        ],
      },
    },
    foot: {
      low: {
        recap: [
          'Vous posez le pied avec la pointe nettement vers le bas.',
          'Le mollet et le tendon d’Achille encaissent alors l’essentiel de la charge.',
          'Posez le pied plus à plat et laissez le talon toucher légèrement le sol.',
          'Renforcez vos mollets avant d’augmenter le kilométrage.',
        ],
      },
      high: {
        recap: [
          'Vos orteils pointent vers le haut à la pose et le talon prend une bonne part de la charge.',
          'Jusqu’à ce que le pied soit à plat, les muscles du tibia doivent le freiner.',
          'Posez le pied en douceur, presque à plat.',
          'Des pas un peu plus courts et plus rapides vous y aideront.',
        ],
        recapAhead: [
          'Posé ainsi, le pied arrive souvent loin devant vous et vous freine.',
          'Posez le pied en douceur, presque à plat et plus près du corps.',
        ],
      },
    },
    forward_cycle: {
      low: {
        slight: 'Genou avant un peu trop fléchi',
        strong: 'Genou avant trop fléchi',
        recap: [
          'Votre genou avant est plus fléchi que nécessaire quand le pied se pose.',
          'Le bassin s’affaisse et la cuisse doit vous soutenir.',
          'Grandissez-vous et posez une jambe longue, mais jamais verrouillée.',
          'Des cuisses et des fessiers plus forts aident à garder le bassin haut.',
        ],
      },
    },
    head: {
      low: {
        slight: 'Regard un peu trop bas',
        strong: 'Regard trop bas',
        recap: [
          'Vous regardez le sol à quelques mètres devant vous.',
          'La tête baissée arrondit le haut du dos et peut gêner la respiration.',
          'Portez le regard 10 à 20\u00a0mètres devant vous.',
          'Imaginez un fil qui tire doucement le sommet de votre crâne vers le haut.',
        ],
      },
      high: {
        slight: 'Regard un peu trop haut',
        strong: 'Regard trop haut',
        recap: [
          'Votre menton est relevé et votre regard passe au-dessus de l’horizon.',
          'La nuque se crispe et le corps bascule en arrière.',
          'Rentrez le menton et regardez l’horizon ou juste en dessous.',
          'Relâchez la mâchoire et les épaules toutes les deux ou trois minutes.',
        ],
      },
    },
    trunk: {
      low: {
        slight: 'Buste un peu trop droit',
        strong: 'Buste trop droit',
        recap: [
          'Votre buste est très droit, voire penché en arrière.',
          'Votre poids reste alors derrière l’appui et vous freine à chaque pose.',
          'Penchez-vous légèrement vers l’avant depuis les chevilles, en gardant le dos long.',
          'Debout, laissez-vous tomber vers l’avant jusqu’à devoir faire un pas.',
        ],
      },
      high: {
        slight: 'Buste un peu trop penché en avant',
        strong: 'Buste trop penché en avant',
        recap: [
          'Votre buste penche plus en avant que nécessaire.',
          'Le bas du dos et les ischio-jambiers doivent alors le retenir.',
          'Redressez-vous au niveau des hanches et inclinez-vous plutôt depuis les chevilles.',
          'Un gainage solide et des fléchisseurs de hanche souples aident à garder le buste haut.',
        ],
      },
    },
  },
  strikes: {
    rearfoot: {
      position: 'Attaque talon',
      likely: 'Probablement une attaque talon',
      under: 'Attaque talon proche du centre de gravité',
      ahead: 'Attaque talon en avant du centre de gravité',
    },
    midfoot: {
      position: 'Attaque médio-pied',
      likely: 'Probablement une attaque médio-pied',
      under: 'Attaque médio-pied proche du centre de gravité',
      ahead: 'Attaque médio-pied en avant du centre de gravité',
    },
    forefoot: {
      position: 'Attaque avant-pied',
      likely: 'Probablement une attaque avant-pied',
      under: 'Attaque avant-pied proche du centre de gravité',
      ahead: 'Attaque avant-pied en avant du centre de gravité',
    },
  },
  styles: {
    hop: {
      title: 'Sautillant',
      summary: 'Pas rapides et appuis brefs\u00a0: vous effleurez le sol grâce au ressort de vos tendons.',
    },
    stick: {
      title: 'Rasant',
      summary: 'Pas rapides et appuis longs\u00a0: votre foulée est rasante et régulière, avec peu d’oscillation.',
    },
    bounce: {
      title: 'Bondissant',
      summary:
        'Pas longs et aériens, appuis brefs\u00a0: vous rebondissez vers le haut et passez beaucoup de temps en l’air.',
    },
    push: {
      title: 'Propulsif',
      summary: 'Pas longs et appuis longs\u00a0: vous restez près du sol et avancez grâce à une forte poussée.',
    },
    sit: {
      title: 'Équilibré',
      summary: 'Pas équilibrés ou presque sans suspension\u00a0: vous glissez en souplesse, sans excès.',
    },
  },
};
