FROM alpine:3.24
RUN apt-get update && apt-get install -y apache2 postgresql php-fpm
COPY site.conf /etc/apache2/sites-available/000-default.conf
RUN echo "host all all 0.0.0.0/0 md5" >> /etc/postgresql/15/main/pg_hba.conf
RUN sed -i 's/^expose_php.*/expose_php = Off/' /etc/php/8.2/apache2/php.ini
CMD ["php-fpm8.2", "-F"]
