/** Family names of many countries, as they are printed; the key of a work is made of them without accents. */
export const families =
  `Abebe Abreu Adeyemi Agarwal Ahmed Akhtar Albrecht Almeida Andersson Aoki Arslan Asante Bakker Banda Barros Bauer
Becker Bello Bianchi Björk Boateng Bouchard Brandt Brennan Byrne Cabrera Campbell Carvalho Castillo Chanda Chang Chowdhury
Clarke Cohen Conti Córdoba Costa Coulibaly Dahl Danso Das Delgado Demir Diallo Dlamini Dubois Dufour Duarte Eide Ekström
Eriksen Esposito Estrada Fernández Ferrari Fischer Flores Fofana Forsberg Fournier Fraser Fujita Gallagher García Gebre
Ghosh Girard Gómez Gonçalves Grant Greco Gupta Haddad Hakim Halvorsen Hansen Haugen Hayashi Heikkinen Herrera Hoang Hoffmann
Horváth Hughes Hussein Ibrahim Ito Iyer Jankowski Jansen Jiménez Johansson Joshi Kamau Kaplan Kaur Kavanagh Keller Khan Kim
Kimani Kowalska Kruger Kumar Laine Larsen Lavoie Leclerc Lefebvre Lehtonen Leung Lima Lindqvist López Lund Mabaso Maguire
Mahlangu Malik Marques Martin Mathews Mbeki McBride Mehta Mendes Mensah Meyer Mishra Mitchell Molina Moreau Moreno Morris
Müller Murphy Mutua Mwangi Nakamura Naidoo Navarro Ndlovu Nguyen Nielsen Nieminen Nkosi Novak Nyström Oduya Okafor Okonkwo
Olsen Ortega Osei Otieno Owusu Özdemir Palmer Park Patel Pavlov Pereira Petrov Pham Phiri Pinto Quintero Rahman Ramos Rao
Rasmussen Reddy Reid Ribeiro Ricci Rivera Robles Romero Rossi Roy Ruiz Saito Salazar Sánchez Santos Sato Schmid Schneider
Sharma Shrestha Sibanda Silva Singh Sithole Smit Soares Solberg Suzuki Svensson Takahashi Tanaka Tembo Teo Thapa Thomsen
Torres Tran Tremblay Tshabalala Ueda Uddin Valdez Vargas Vasquez Virtanen Visser Vogel Walker Wanjiru Weber Wijaya Williams
Winther Wójcik Wong Yadav Yamamoto Yang Yilmaz Young Zhang Zhou Zimmermann Zulu`
    .split(/\s+/)
    .filter(name => name !== '');

export const givens =
  `Ana Amina Anders Anjali Astrid Ayşe Beatriz Bongani Carla Chidi Chloé Daniel David Dina Elena Emeka Emma Erik Fatima Felipe
Grace Hanna Hiroshi Ingrid Isabel James Jan Javier Jin Joana John Karin Kofi Laila Lars Leila Lucía Maja Marco Maria
Mark Mei Miriam Mohamed Nadia Nomsa Olga Paulo Peter Priya Rahel Ravi Rosa Ruth Samuel Sara Sofia Thandi Tomás Uma Wei Yuki
Zanele Zoë`
    .split(/\s+/)
    .filter(name => name !== '');
