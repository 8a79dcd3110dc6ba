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
  strikeUnclear: 'Attaque du pied incertaine',
  deviations: {
    arm: {
      low: {
        slight: 'Coude légèrement trop fermé',
        strong: 'Coude trop fermé',
        recap: [
          'Votre coude est plus plié que nécessaire.',
          'Des mains trop hautes crispent les épaules et raccourcissent le balancier.',
          'Laissez descendre les mains à hauteur de taille, le coude juste sous l’angle droit.',
          'Relâchez les bras à chaque kilomètre, puis reprenez un balancier compact.',
        ],
      },
      high: {
        slight: 'Coude légèrement trop ouvert',
        strong: 'Coude trop ouvert',
        recap: [
          'Votre coude est trop ouvert et la main passe trop bas.',
          'Un bras long balance lentement et fait pivoter le buste.',
          'Fermez le coude juste sous l’angle droit et tirez-le bien vers l’arrière.',
          'Travaillez le geste devant un miroir, puis sur de courtes lignes droites.',
        ],
      },
    },
    back_cycle: {
      high: {
        slight: 'Talon légèrement trop bas',
        strong: 'Talon trop bas',
        recap: [
          'Le talon arrière reste bas au moment où l’autre pied se pose.',
          'Une jambe longue est lente et lourde à ramener vers l’avant.',
          'Laissez le talon remonter sous la hanche dès que le pied quitte le sol.',
          'Talons-fesses et griffés sur place installent le réflexe.',
        ],
      },
    },
    foot: {
      low: {
        recap: [
          'Vous posez le pied avec la pointe nettement vers le bas.',
          'Le mollet et le tendon d’Achille encaissent tout le choc.',
          'Posez le pied plus à plat et laissez le talon effleurer le sol.',
          'Renforcez les mollets avant d’augmenter le kilométrage.',
        ],
      },
      high: {
        recap: [
          'Vos orteils pointent vers le haut à la pose, et le talon prend le premier choc.',
          'Le pied vous freine avant de pouvoir vous porter.',
          'Posez le pied presque à plat, en douceur et plus près de la hanche.',
          'Des pas un peu plus courts et plus rapides vous y aideront.',
        ],
      },
    },
    forward_cycle: {
      low: {
        slight: 'Genou avant légèrement trop fléchi',
        strong: 'Genou avant trop fléchi',
        recap: [
          'Votre genou avant est déjà très fléchi quand le pied se pose.',
          'Le bassin s’affaisse et la cuisse doit vous retenir.',
          'Courez grand et posez une jambe longue, mais jamais verrouillée.',
          'Des cuisses et des fessiers plus forts gardent le bassin haut.',
        ],
      },
    },
    head: {
      low: {
        slight: 'Regard légèrement trop bas',
        strong: 'Regard trop bas',
        recap: [
          'Vous regardez le sol juste devant vous.',
          'La tête basse arrondit le haut du dos et gêne la respiration.',
          'Portez le regard 10 à 20 mètres devant vous.',
          'Imaginez un fil qui tire doucement le sommet du crâne vers le haut.',
        ],
      },
      high: {
        slight: 'Regard légèrement trop haut',
        strong: 'Regard trop haut',
        recap: [
          'Votre menton est relevé et le regard passe au-dessus de l’horizon.',
          'La nuque se crispe et le corps bascule en arrière.',
          'Rentrez le menton et regardez l’horizon ou juste en dessous.',
          'Relâchez la mâchoire et les épaules toutes les quelques minutes.',
        ],
      },
    },
    trunk: {
      low: {
        slight: 'Buste légèrement trop droit',
        strong: 'Buste en arrière',
        recap: [
          'Votre buste est trop droit, voire penché en arrière.',
          'Le poids du corps travaille alors contre vous à chaque appui.',
          'Penchez-vous un peu vers l’avant depuis les chevilles, le dos bien long.',
          'Debout, laissez-vous tomber vers l’avant jusqu’à devoir faire un pas.',
        ],
      },
      high: {
        slight: 'Buste légèrement trop penché',
        strong: 'Buste trop penché',
        recap: [
          'Votre buste penche trop vers l’avant.',
          'Le bas du dos et les ischio-jambiers doivent soutenir la charge.',
          'Redressez-vous au niveau des hanches et inclinez-vous depuis les chevilles.',
          'Un gainage solide et des fléchisseurs de hanche souples vous gardent grand.',
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
      title: 'Sautillé',
      summary: 'Pas rapides et appuis brefs : vous effleurez le sol, porté par le ressort de vos tendons.',
    },
    stick: {
      title: 'Rasant',
      summary: 'Pas rapides et appuis longs : votre foulée est rasante et régulière, avec peu d’oscillation.',
    },
    bounce: {
      title: 'Bondissant',
      summary:
        'Pas longs et aériens, appuis brefs : vous rebondissez vers le haut et passez beaucoup de temps en l’air.',
    },
    push: {
      title: 'Poussé',
      summary: 'Pas longs et appuis longs : vous restez bas et avancez grâce à une forte poussée.',
    },
    sit: {
      title: 'Assis',
      summary: 'Pas équilibrés ou presque sans envol : vous glissez en souplesse, sans excès.',
    },
  },
};
