import type { Texts } from './texts.ts';

/** Portuguese. */
export const pt: Texts = {
  titles: {
    arm: 'Posição dos braços',
    back_cycle: 'Ângulo do joelho de trás na pisada',
    foot: 'Pisada',
    forward_cycle: 'Ângulo do joelho da frente na pisada',
    head: 'Posição da cabeça',
    trunk: 'Inclinação do tronco',
  },
  idealPosition: 'Posição ideal',
  notMeasured: 'Não medido',
  strikeUnclear: 'Tipo de pisada pouco claro',
  deviations: {
    arm: {
      low: {
        slight: 'Cotovelo um pouco fechado',
        strong: 'Cotovelo fechado demais',
        recap: [
          'O seu cotovelo está mais dobrado do que precisa.',
          'Mãos altas tensionam os ombros e encurtam o balanço dos braços.',
          'Deixe as mãos descerem até a cintura, com o cotovelo pouco abaixo do ângulo reto.',
          'Solte os braços a cada quilômetro e volte a um balanço compacto.',
        ],
      },
      high: {
        slight: 'Cotovelo um pouco aberto',
        strong: 'Cotovelo aberto demais',
        recap: [
          'O seu cotovelo está aberto demais e a mão passa baixa.',
          'Um braço longo balança devagar e faz o tronco girar.',
          'Feche o cotovelo até pouco menos do ângulo reto e leve-o reto para trás.',
          'Treine o gesto diante do espelho e depois em acelerações curtas.',
        ],
      },
    },
    back_cycle: {
      high: {
        slight: 'Calcanhar um pouco baixo',
        strong: 'Calcanhar baixo demais',
        recap: [
          'O calcanhar de trás fica baixo enquanto o outro pé toca o chão.',
          'Uma perna longa é lenta e pesada de trazer para a frente.',
          'Deixe o calcanhar subir sob o quadril assim que o pé sair do chão.',
          'Exercícios de calcanhar no glúteo e pedaladas rápidas no lugar criam o reflexo.',
        ],
      },
    },
    foot: {
      low: {
        recap: [
          'Você pisa com a ponta do pé muito para baixo.',
          'A panturrilha e o tendão de Aquiles recebem todo o impacto.',
          'Pise de forma mais plana e deixe o calcanhar encostar de leve.',
          'Fortaleça as panturrilhas antes de aumentar a distância.',
        ],
      },
      high: {
        recap: [
          'A ponta do pé aponta para cima na pisada, e o calcanhar leva o primeiro choque.',
          'O pé freia você antes de conseguir sustentar o corpo.',
          'Pise com suavidade, com o pé quase plano e mais perto do quadril.',
          'Passos um pouco mais curtos e rápidos ajudam bastante.',
        ],
      },
    },
    forward_cycle: {
      low: {
        slight: 'Joelho da frente um pouco dobrado',
        strong: 'Joelho da frente dobrado demais',
        recap: [
          'O joelho da frente já está muito dobrado quando o pé toca o chão.',
          'O quadril afunda e a coxa precisa segurar o corpo.',
          'Corra alto e pise com a perna longa, mas nunca travada.',
          'Coxas e glúteos mais fortes mantêm o quadril alto.',
        ],
      },
    },
    head: {
      low: {
        slight: 'Olhar um pouco baixo',
        strong: 'Olhar baixo demais',
        recap: [
          'Você olha para o chão logo à sua frente.',
          'A cabeça caída arredonda as costas e atrapalha a respiração.',
          'Levante o olhar para um ponto 10 a 20 metros adiante.',
          'Imagine um fio puxando de leve o topo da cabeça para cima.',
        ],
      },
      high: {
        slight: 'Olhar um pouco alto',
        strong: 'Olhar alto demais',
        recap: [
          'O queixo está erguido e o olhar passa acima do horizonte.',
          'Isso força o pescoço e joga o corpo para trás.',
          'Recolha o queixo e olhe para o horizonte ou um pouco abaixo dele.',
          'Relaxe a mandíbula e os ombros a cada poucos minutos.',
        ],
      },
    },
    trunk: {
      low: {
        slight: 'Tronco um pouco ereto demais',
        strong: 'Tronco para trás',
        recap: [
          'O seu tronco está ereto demais, ou até inclinado para trás.',
          'Assim o peso do corpo trabalha contra você a cada pisada.',
          'Incline-se um pouco a partir dos tornozelos e mantenha as costas longas.',
          'Em pé, deixe o corpo cair para a frente até precisar dar um passo.',
        ],
      },
      high: {
        slight: 'Tronco um pouco inclinado demais',
        strong: 'Tronco inclinado demais',
        recap: [
          'O seu tronco se inclina demais para a frente.',
          'A lombar e os músculos posteriores da coxa precisam sustentar a carga.',
          'Endireite o quadril e incline-se apenas a partir dos tornozelos.',
          'Um core forte e flexores do quadril soltos mantêm você alto.',
        ],
      },
    },
  },
  strikes: {
    rearfoot: {
      position: 'Pisada com o calcanhar',
      likely: 'Provável pisada com o calcanhar',
      under: 'Pisada com o calcanhar perto do centro de gravidade',
      ahead: 'Pisada com o calcanhar à frente do centro de gravidade',
    },
    midfoot: {
      position: 'Pisada com o mediopé',
      likely: 'Provável pisada com o mediopé',
      under: 'Pisada com o mediopé perto do centro de gravidade',
      ahead: 'Pisada com o mediopé à frente do centro de gravidade',
    },
    forefoot: {
      position: 'Pisada com o antepé',
      likely: 'Provável pisada com o antepé',
      under: 'Pisada com o antepé perto do centro de gravidade',
      ahead: 'Pisada com o antepé à frente do centro de gravidade',
    },
  },
  styles: {
    hop: {
      title: 'Saltitante',
      summary: 'Passos rápidos e contatos curtos: você mal toca o chão e usa a mola dos seus tendões.',
    },
    stick: {
      title: 'Rasteiro',
      summary: 'Passos rápidos e contatos longos: você corre rente ao chão, com ritmo e pouca oscilação.',
    },
    bounce: {
      title: 'Quicante',
      summary: 'Passos longos e aéreos com contatos curtos: você quica para cima e passa muito tempo no ar.',
    },
    push: {
      title: 'Impulso',
      summary: 'Passos longos e contatos longos: você fica baixo e avança com um impulso forte.',
    },
    sit: {
      title: 'Sentado',
      summary: 'Passos equilibrados ou quase sem voo: você desliza com suavidade, sem extremos.',
    },
  },
};
