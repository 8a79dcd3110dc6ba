import type { WarningTexts } from './warning-texts.ts';

export const pt: WarningTexts = {
  clip: {
    'orientation.treadmill': 'Na esteira, filme na vertical: assim o corredor preenche a imagem.',
    'orientation.overground': 'Fora da esteira, filme na horizontal: assim mais passos ficam na imagem.',
    'orientation.back': 'Por trás, filme na vertical: assim o corpo preenche a imagem.',
    'view.side': 'O corredor parece filmado de frente ou por trás, e não de lado.',
    'view.side_back': 'O corredor parece filmado por trás, e não de lado: analise o vídeo como vista posterior.',
    'view.back_side': 'O corredor parece filmado de lado, e não por trás.',
    'view.back_front': 'O corredor parece filmado de frente, e não por trás.',
    camera_moves:
      'A câmera se move: coloque-a em um tripé ou sobre um muro. Se for em uma esteira, informe isso; senão a velocidade fica errada.',
    treadmill_stands:
      'Os pés estão parados na imagem, como no chão, por isso a velocidade não é informada: se não é uma esteira, não a informe.',
    no_feet: 'A rede escolhida não fornece calcanhares nem dedos, por isso o pé não é medido.',
    'camera_tilted.ground':
      'O solo está inclinado {degrees} graus na imagem; os ângulos foram medidos em relação ao solo. Nivele a câmera.',
    'camera_tilted.camera':
      'A câmera está girada {degrees} graus; os ângulos foram medidos em relação à horizontal do corredor. Nivele a câmera.',
    not_running: 'Não foi detectado ninguém correndo neste vídeo, por isso nenhum valor de corrida é informado.',
    picture_turned: 'O corredor está deitado ou de cabeça para baixo na imagem. Gire o vídeo e envie-o de novo.',
    body_cut_off: 'Uma parte do corpo está fora da imagem. Filme o corredor inteiro, da cabeça aos pés, com folga.',
    runs_backwards:
      'O corredor se move para trás, como em um vídeo reproduzido ao contrário. Envie-o como foi gravado.',
    too_few_steps: 'Passos insuficientes. Filme por mais tempo ou mantenha o corredor na imagem por mais passos.',
    frame_rate_too_low:
      'O vídeo tem {fps} quadros por segundo, insuficientes para reconhecer a corrida: filme a 30 ou mais, de preferência a 60.',
    low_frame_rate:
      'O vídeo tem {fps} quadros por segundo, menos de 30: filme a 60 ou mais para tempos de contato exatos.',
    'picture_stretched.wide':
      'O corredor parece mais largo do que uma pessoa: o vídeo está deformado, e ângulos e comprimentos não estão certos. Envie-o como foi gravado.',
    'picture_stretched.narrow':
      'O corredor parece mais estreito do que uma pessoa: o vídeo está deformado ou a câmera está em diagonal, e ângulos e comprimentos não estão certos. Envie-o como foi gravado, em ângulo reto.',
    clip_cut:
      'O vídeo foi cortado ou muda de velocidade aos {seconds} s: só foi medida a parte mais longa entre esses pontos. Envie-o como foi gravado.',
    variable_frame_rate: 'A taxa de quadros varia; foram usados os tempos verdadeiros.',
    interlaced: 'O vídeo é entrelaçado: só uma em cada duas linhas foi usada. Filme no modo progressivo.',
    runner_lost: 'O corredor foi encontrado em {percent} % dos quadros; mantenha todo o corpo na imagem.',
    several_people: 'Havia {people} pessoas à vista; uma foi seguida. Filme um só corredor.',
    another_followed: 'O corredor foi perdido de vista; a pessoa encontrada depois pode ser outra.',
    larger_person_not_followed: 'Uma pessoa maior na imagem, visível quase o tempo todo, não foi seguida.',
    legs_ambiguous: 'Em {percent} % dos quadros foi difícil distinguir as pernas.',
    'slow_motion.container': 'O vídeo está em câmera lenta, {factor} vezes; foram usados os tempos verdadeiros.',
    'slow_motion.gait':
      'O vídeo parece em câmera lenta, cerca de {factor} vezes; tempos e velocidades não são informados. Envie-o como foi gravado.',
    'camera_oblique.grows': 'O corredor cresce {percent} % pelo caminho: coloque a câmera perpendicular à corrida.',
    'camera_oblique.shrinks': 'O corredor diminui {percent} % pelo caminho: coloque a câmera perpendicular à corrida.',
    'cross_check_standing_foot.belt':
      'Os pés apoiados recuam na imagem a {seen} m/s ({seenPace} min/km), e não a {told} m/s ({toldPace} min/km) como informado: verifique o ritmo, a altura e se é uma esteira.',
    'cross_check_standing_foot.still':
      'Os pés estão parados na imagem em vez de irem com uma esteira a {told} m/s ({toldPace} min/km): se não é uma esteira, não a informe.',
  },
  checks: {
    speed_steps: 'A velocidade não condiz com a distância entre as pegadas: verifique a altura, o ritmo e o esqueleto.',
    contact_flight_step:
      'O tempo de contato e o de voo não somam a duração do passo: alguns contatos foram mal detectados.',
    left_right_stride:
      'As passadas do pé esquerdo não duram o mesmo que as do direito: alguns contatos foram mal detectados.',
    standing_foot: 'O pé de apoio não se move com o solo como deveria: verifique o ritmo, a altura e se é uma esteira.',
    left_right_ground: 'O solo se move mais rápido sob um pé do que sob o outro: um dos pés não foi bem seguido.',
    free_fall:
      'Durante o voo, o quadril não cai como um corpo em queda livre: verifique a altura e a taxa de quadros do vídeo.',
  },
};
